//! From degrees to the units of the drawing.

use std::fmt::Write as _;

use super::places::{Mark, Place, Point, Side};

/// Width and height of the drawing, in its units.
pub const SIZE: (f32, f32) = (980.0, 540.0);

/// The corner in the north-west.
const CORNER: Point = (-91.0, 27.6);
/// Units for a degree: at 15° north one of latitude is a little longer.
const SCALE: Point = (20.0, 20.7);

/// The column of the Eastern Caribbean: where it stands, where its first row is, and how far apart rows are.
const COLUMN: (f32, f32, f32) = (672.0, 100.0, 32.0);

/// A point of the drawing.
pub fn project((east, north): Point) -> (f32, f32) {
    let round = |units: f32| (units * 10.0).round() / 10.0;
    (round((east - CORNER.0) * SCALE.0), round((CORNER.1 - north) * SCALE.1))
}

/// Shapes as a path, closed, each point rounded to a unit.
pub fn path(shapes: &[&[Point]]) -> String {
    let mut path = String::new();
    for shape in shapes {
        for (i, point) in shape.iter().enumerate() {
            let (x, y) = project(*point);
            let _ = write!(path, "{}{x:.0} {y:.0}", if i == 0 { 'M' } else { 'L' });
        }
        path.push('Z');
    }
    path
}

/// Where a mark, its line and its name stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The place itself.
    pub at: (f32, f32),
    /// Its mark.
    pub mark: (f32, f32),
    /// Its name, and how it is anchored: `start`, `middle`, `end`.
    pub name: (f32, f32, &'static str),
    /// Whether a narrow screen moves it aside, to leave each mark room for a finger.
    pub moves_aside: bool,
}

impl Standing {
    /// Where a place stands.
    pub fn of(place: &Place) -> Self {
        let (mark, side, moves_aside) = match place.mark {
            Mark::Here(point, side) => (project(point), side, false),
            Mark::Column(row) => ((COLUMN.0, COLUMN.1 + f32::from(row) * COLUMN.2), Side::East, row % 2 == 1),
        };
        let (x, y) = mark;
        let name = match side {
            Side::East => (x + 22.0, y + 6.0, "start"),
            Side::West => (x - 22.0, y + 6.0, "end"),
            Side::South => (x, y + 34.0, "middle"),
            Side::SouthEast => (x - 22.0, y + 34.0, "start"),
        };
        Self { at: project(place.at), mark, name, moves_aside }
    }

    /// Whether the mark stands apart from its place, so that a line leads there.
    pub fn is_apart(&self) -> bool {
        (self.at.0 - self.mark.0).hypot(self.at.1 - self.mark.1) > 16.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::places::PLACES;
    use super::{SIZE, Standing};

    /// On a telephone marks are 28 units wide around their middle, and every second one of the column stands 60 further east.
    #[test]
    fn no_two_marks_overlap_even_under_a_finger_and_all_stand_on_the_map() {
        let marks: Vec<(&str, (f32, f32))> = PLACES
            .iter()
            .map(|place| {
                let standing = Standing::of(place);
                let aside = if standing.moves_aside { 60.0 } else { 0.0 };
                (place.slug, (standing.mark.0 + aside, standing.mark.1))
            })
            .collect();
        for (i, (name, (x, y))) in marks.iter().enumerate() {
            assert!((15.0..SIZE.0 - 15.0).contains(x) && (15.0..SIZE.1 - 15.0).contains(y), "{name}");
            for (other, (its_x, its_y)) in &marks[i + 1..] {
                let apart = (x - its_x).hypot(y - its_y);
                assert!(apart >= 54.0, "{name} and {other}: {apart}");
            }
        }
    }

    #[test]
    fn each_participant_has_one_place_and_its_code_once() {
        let mut slugs: Vec<_> = PLACES.iter().map(|place| place.slug).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), 23);
        let mut codes: Vec<_> = PLACES.iter().filter_map(|place| place.iso).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 22, "St. Martin leaves its code open");
    }
}
