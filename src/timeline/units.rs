//! The two units of the axis: places on it, and CSS pixels on the screen.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A point of the axis in its own unit: see [`crate::timeline`]. Distances between places are plain numbers of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Place(pub f64);

/// CSS pixels: a length, or an x from the start of the axis, or a y from its top.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Px(pub f64);

impl Place {
    /// Whether it is a finite number.
    pub fn is_finite(self) -> bool {
        self.0.is_finite()
    }

    /// The lesser of two places; of a number and NaN, the number.
    pub fn min(self, other: Place) -> Place {
        Place(self.0.min(other.0))
    }

    /// The greater of two places; of a number and NaN, the number.
    pub fn max(self, other: Place) -> Place {
        Place(self.0.max(other.0))
    }
}

impl Px {
    /// Whether it is a finite number.
    pub fn is_finite(self) -> bool {
        self.0.is_finite()
    }

    /// The lesser of two lengths; of a number and NaN, the number.
    pub fn min(self, other: Px) -> Px {
        Px(self.0.min(other.0))
    }

    /// The greater of two lengths; of a number and NaN, the number.
    pub fn max(self, other: Px) -> Px {
        Px(self.0.max(other.0))
    }

    /// The length without its sign.
    pub fn abs(self) -> Px {
        Px(self.0.abs())
    }
}

impl Add<f64> for Place {
    type Output = Place;

    fn add(self, places: f64) -> Place {
        Place(self.0 + places)
    }
}

impl Sub<f64> for Place {
    type Output = Place;

    fn sub(self, places: f64) -> Place {
        Place(self.0 - places)
    }
}

impl Sub for Place {
    type Output = f64;

    fn sub(self, other: Place) -> f64 {
        self.0 - other.0
    }
}

impl Add for Px {
    type Output = Px;

    fn add(self, other: Px) -> Px {
        Px(self.0 + other.0)
    }
}

impl Sub for Px {
    type Output = Px;

    fn sub(self, other: Px) -> Px {
        Px(self.0 - other.0)
    }
}

impl Neg for Px {
    type Output = Px;

    fn neg(self) -> Px {
        Px(-self.0)
    }
}

impl Mul<f64> for Px {
    type Output = Px;

    fn mul(self, times: f64) -> Px {
        Px(self.0 * times)
    }
}

impl Div<f64> for Px {
    type Output = Px;

    fn div(self, parts: f64) -> Px {
        Px(self.0 / parts)
    }
}

impl Div for Px {
    type Output = f64;

    fn div(self, other: Px) -> f64 {
        self.0 / other.0
    }
}
