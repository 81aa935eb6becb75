//! What can be chosen on the axis: bars, points and clusters, from its start to its end.

use super::{BUCKET_MIN, Bar, Cluster, Layout, Point, Px, order};

/// Something that can be chosen on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// A stretch of time.
    Bar(Bar),
    /// A point.
    Point(Point),
    /// Several points.
    Cluster(Cluster),
}

impl Target {
    /// The event it stands for, the first of several.
    pub fn event(&self) -> u32 {
        match self {
            Target::Bar(bar) => bar.event,
            Target::Point(point) => point.event,
            Target::Cluster(cluster) => cluster.first,
        }
    }

    /// How many events it stands for.
    pub fn count(&self) -> u32 {
        match self {
            Target::Bar(_) | Target::Point(_) => 1,
            Target::Cluster(cluster) => cluster.count,
        }
    }

    /// Its middle.
    pub fn x(&self) -> Px {
        match self {
            Target::Bar(bar) => bar.x.start + bar.x.length() / 2.0,
            Target::Point(point) => point.x,
            Target::Cluster(cluster) => cluster.x,
        }
    }

    /// The cluster, if it is one.
    pub fn cluster(&self) -> Option<Cluster> {
        match self {
            Target::Cluster(cluster) => Some(*cluster),
            _ => None,
        }
    }
}

/// What can be chosen on an axis of this width, from its start to its end: clusters by the middle of what they hold, from
/// which they may stand a little apart. What does not stand whole on it, or is cut off
/// too short to be hit, is left out.
pub fn targets(layout: &Layout, width: Px) -> Vec<Target> {
    let reach = BUCKET_MIN / 2.0;
    let bars = layout.bars.iter().filter(|bar| bar.x.length() >= BUCKET_MIN).map(|&bar| Target::Bar(bar));
    let points = layout.points.iter().map(|&point| Target::Point(point));
    let clusters = layout.clusters.iter().map(|&cluster| Target::Cluster(cluster));
    let stands_whole = |target: &Target| target.x() >= reach && target.x() <= width - reach;
    let targets: Vec<Target> = bars.chain(points.chain(clusters).filter(stands_whole)).collect();
    let turn = |target: &Target| target.cluster().map_or(target.x(), |cluster| cluster.middle).0;
    order(targets.iter().map(turn)).into_iter().map(|position| targets[position]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Interval;

    #[test]
    fn what_does_not_stand_whole_on_the_axis_cannot_be_chosen() {
        let bar = |start, end| Bar { event: 0, lane: 0, x: Interval::new(Px(start), Px(end)) };
        let point = |x| Point { event: 1, x: Px(x), row: 0 };
        let layout = Layout {
            bars: vec![bar(0.0, 23.0), bar(0.0, 100.0)],
            points: vec![point(11.0), point(20.0), point(189.0)],
            ..Layout::default()
        };
        let found: Vec<(u32, Px)> =
            targets(&layout, Px(200.0)).iter().map(|target| (target.event(), target.x())).collect();
        assert_eq!(found, [(1, Px(20.0)), (0, Px(50.0))]);
    }
}
