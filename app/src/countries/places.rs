//! The map's data, drawn for this portal by hand: simplified shapes in degrees of longitude and latitude, and where each
//! participant's mark stands. Not a survey, and no word on any border.

/// A point: degrees east (west is negative), degrees north.
pub type Point = (f32, f32);

/// Where a participant stands on the map.
#[derive(Debug)]
pub struct Place {
    /// Its address in the portal.
    pub slug: &'static str,
    /// Its ISO 3166-1 code, by which it is found after a new slug too; none where a source leaves it open.
    pub iso: Option<&'static str>,
    /// The middle of its land.
    pub at: Point,
    /// Where its mark stands.
    pub mark: Mark,
    /// Its land, where that is wide enough to be seen; otherwise a dot stands for it.
    pub land: &'static [&'static [Point]],
}

/// Where a mark stands, in degrees, and on which side its name.
#[derive(Debug, Clone, Copy)]
pub enum Mark {
    /// Beside the place or on it.
    Here(Point, Side),
    /// In the column of the Eastern Caribbean, whose islands lie too close for marks: the row, from 0 in the north.
    Column(u8),
}

/// The side of a mark on which its name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Below.
    South,
    /// Below, beginning at the mark.
    SouthEast,
}

use Mark::{Column, Here};
use Side::{East, South, SouthEast, West};

const fn island(slug: &'static str, iso: Option<&'static str>, at: Point, row: u8) -> Place {
    Place { slug, iso, at, mark: Column(row), land: &[] }
}

/// The participants.
pub static PLACES: [Place; 23] = [
    island("anguilla", Some("AI"), (-63.05, 18.25), 0),
    island("st-martin", None, (-63.1, 17.95), 1),
    island("saint-kitts-and-nevis", Some("KN"), (-62.75, 17.3), 2),
    island("antigua-and-barbuda", Some("AG"), (-61.8, 17.2), 3),
    island("montserrat", Some("MS"), (-62.2, 16.7), 4),
    island("dominica", Some("DM"), (-61.35, 15.4), 5),
    island("saint-lucia", Some("LC"), (-61.0, 13.9), 6),
    island("saint-vincent-and-the-grenadines", Some("VC"), (-61.2, 13.2), 7),
    island("barbados", Some("BB"), (-59.55, 13.15), 8),
    island("grenada", Some("GD"), (-61.7, 12.1), 9),
    Place {
        slug: "trinidad-and-tobago",
        iso: Some("TT"),
        at: (-61.3, 10.5),
        mark: Column(10),
        land: &[
            &[(-61.9, 10.75), (-60.95, 10.83), (-61.0, 10.1), (-61.85, 10.07), (-61.5, 10.3)],
            &[(-60.85, 11.15), (-60.55, 11.33), (-60.6, 11.22)],
        ],
    },
    Place { slug: "aruba", iso: Some("AW"), at: (-69.97, 12.52), mark: Here((-71.2, 13.9), West), land: &[] },
    Place { slug: "curacao", iso: Some("CW"), at: (-68.95, 12.2), mark: Here((-68.0, 13.9), East), land: &[] },
    Place {
        slug: "bahamas",
        iso: Some("BS"),
        at: (-76.2, 24.9),
        mark: Here((-74.6, 25.6), East),
        land: &[
            &[(-78.95, 26.6), (-78.0, 26.75), (-77.95, 26.6)],
            &[(-77.8, 26.95), (-77.0, 26.5), (-77.05, 25.95), (-77.3, 26.4)],
            &[(-78.3, 25.2), (-77.8, 25.0), (-77.5, 23.9), (-77.85, 23.75), (-78.35, 24.7)],
            &[(-76.75, 25.5), (-76.1, 25.1), (-76.15, 24.65), (-76.3, 25.05)],
            &[(-75.75, 24.7), (-75.3, 24.1), (-75.5, 24.1)],
            &[(-75.3, 23.65), (-74.85, 22.9), (-75.05, 23.05)],
            &[(-74.3, 22.8), (-73.9, 22.45), (-74.3, 22.25)],
            &[(-73.65, 21.2), (-73.05, 21.3), (-73.2, 20.95)],
        ],
    },
    Place {
        slug: "turks-and-caicos-islands",
        iso: Some("TC"),
        at: (-71.8, 21.75),
        mark: Here((-70.3, 22.4), East),
        land: &[
            &[(-72.4, 21.8), (-71.8, 21.95), (-71.45, 21.7), (-71.75, 21.6)],
            &[(-71.2, 21.5), (-71.05, 21.5), (-71.1, 21.3)],
        ],
    },
    Place {
        slug: "cuba",
        iso: Some("CU"),
        at: (-79.0, 21.9),
        mark: Here((-79.0, 22.0), South),
        land: &[
            &[
                (-84.9, 21.9),
                (-84.3, 22.2),
                (-83.2, 22.9),
                (-82.3, 23.15),
                (-81.2, 23.15),
                (-80.4, 22.95),
                (-79.4, 22.5),
                (-78.3, 22.4),
                (-77.3, 21.7),
                (-76.1, 21.2),
                (-75.6, 20.75),
                (-74.2, 20.2),
                (-75.1, 19.9),
                (-77.7, 19.85),
                (-77.1, 20.4),
                (-77.9, 20.75),
                (-78.6, 21.4),
                (-79.9, 21.75),
                (-81.0, 22.05),
                (-82.1, 22.35),
                (-82.8, 22.6),
                (-83.5, 22.2),
                (-84.4, 21.8),
            ],
            &[(-83.1, 21.8), (-82.6, 21.8), (-82.7, 21.5), (-83.0, 21.5)],
        ],
    },
    Place { slug: "cayman-islands", iso: Some("KY"), at: (-81.2, 19.32), mark: Here((-81.0, 18.4), West), land: &[] },
    Place {
        slug: "jamaica",
        iso: Some("JM"),
        at: (-77.3, 18.1),
        mark: Here((-77.3, 18.1), South),
        land: &[&[
            (-78.35, 18.3),
            (-77.9, 18.5),
            (-77.0, 18.4),
            (-76.25, 18.0),
            (-76.3, 17.87),
            (-77.1, 17.72),
            (-77.8, 17.9),
        ]],
    },
    Place {
        slug: "haiti",
        iso: Some("HT"),
        at: (-72.7, 19.0),
        mark: Here((-73.3, 19.0), South),
        land: &[&[
            (-73.4, 19.85),
            (-72.7, 19.95),
            (-71.75, 19.75),
            (-71.7, 19.1),
            (-71.95, 18.65),
            (-71.75, 18.05),
            (-72.6, 18.2),
            (-73.8, 18.05),
            (-74.45, 18.4),
            (-73.6, 18.6),
            (-72.5, 18.6),
            (-72.8, 19.2),
            (-73.2, 19.6),
        ]],
    },
    Place {
        slug: "dominican-republic",
        iso: Some("DO"),
        at: (-70.3, 18.9),
        mark: Here((-70.1, 18.9), SouthEast),
        land: &[&[
            (-71.75, 19.75),
            (-70.9, 19.9),
            (-70.0, 19.65),
            (-69.8, 19.3),
            (-69.2, 19.2),
            (-68.4, 18.65),
            (-68.7, 18.2),
            (-69.9, 18.45),
            (-70.6, 18.3),
            (-71.1, 17.7),
            (-71.75, 18.05),
            (-71.95, 18.65),
            (-71.7, 19.1),
        ]],
    },
    Place {
        slug: "belize",
        iso: Some("BZ"),
        at: (-88.6, 17.2),
        mark: Here((-88.6, 17.2), East),
        land: &[&[
            (-88.35, 18.5),
            (-88.1, 18.35),
            (-88.25, 17.6),
            (-88.2, 16.9),
            (-88.9, 15.9),
            (-89.2, 15.9),
            (-89.15, 17.8),
        ]],
    },
    Place {
        slug: "guyana",
        iso: Some("GY"),
        at: (-59.0, 5.2),
        mark: Here((-59.0, 3.5), West),
        land: &[&[
            (-60.1, 8.5),
            (-59.1, 8.0),
            (-58.5, 7.3),
            (-57.5, 6.3),
            (-57.2, 5.95),
            (-57.3, 5.1),
            (-57.9, 4.7),
            (-58.05, 4.0),
            (-57.5, 3.35),
            (-56.5, 1.9),
            (-58.3, 1.5),
            (-59.6, 1.8),
            (-59.9, 2.8),
            (-59.6, 3.8),
            (-60.1, 4.6),
            (-60.1, 5.2),
            (-61.3, 5.95),
            (-60.7, 6.8),
            (-60.3, 7.1),
            (-59.9, 8.2),
        ]],
    },
    Place {
        slug: "suriname",
        iso: Some("SR"),
        at: (-56.0, 4.2),
        mark: Here((-55.8, 4.2), South),
        land: &[&[
            (-57.2, 5.95),
            (-56.0, 5.85),
            (-55.0, 5.95),
            (-54.0, 5.8),
            (-54.45, 5.0),
            (-54.2, 3.8),
            (-54.6, 2.4),
            (-55.9, 1.9),
            (-56.5, 1.9),
            (-57.5, 3.35),
            (-58.05, 4.0),
            (-57.9, 4.7),
            (-57.3, 5.1),
        ]],
    },
];

/// Coasts around them, so that one sees where one is.
pub static COASTS: [&[Point]; 5] = [
    // Yucatán, Central America, the north of South America.
    &[
        (-92.0, 18.6),
        (-90.6, 19.6),
        (-90.4, 21.1),
        (-88.2, 21.6),
        (-87.0, 21.5),
        (-86.8, 20.8),
        (-87.5, 19.8),
        (-87.8, 18.3),
        (-88.35, 18.5),
        (-88.25, 17.6),
        (-88.2, 16.9),
        (-88.9, 15.9),
        (-88.0, 15.7),
        (-86.0, 15.9),
        (-84.3, 15.8),
        (-83.2, 15.0),
        (-83.5, 13.0),
        (-83.7, 11.0),
        (-82.5, 9.4),
        (-81.0, 8.8),
        (-79.8, 9.5),
        (-78.5, 9.4),
        (-77.4, 8.7),
        (-76.8, 8.2),
        (-75.6, 9.6),
        (-75.4, 10.6),
        (-74.2, 11.3),
        (-72.3, 11.9),
        (-71.4, 12.4),
        (-71.2, 11.9),
        (-71.8, 11.0),
        (-71.5, 10.6),
        (-70.2, 11.5),
        (-70.0, 12.1),
        (-69.6, 11.5),
        (-68.3, 10.9),
        (-68.0, 10.5),
        (-66.0, 10.6),
        (-64.8, 10.15),
        (-63.8, 10.6),
        (-62.0, 10.7),
        (-62.6, 10.2),
        (-61.6, 9.7),
        (-60.8, 9.3),
        (-60.1, 8.5),
        (-59.1, 8.0),
        (-58.5, 7.3),
        (-57.5, 6.3),
        (-57.2, 5.95),
        (-56.0, 5.85),
        (-55.0, 5.95),
        (-54.0, 5.8),
        (-52.9, 5.3),
        (-51.7, 4.3),
        (-50.7, 2.2),
        (-50.0, 0.0),
        (-79.6, 0.0),
        (-78.6, 2.2),
        (-77.3, 4.0),
        (-77.4, 5.5),
        (-77.9, 7.2),
        (-78.5, 8.5),
        (-79.5, 8.9),
        (-80.0, 7.4),
        (-81.0, 7.6),
        (-82.8, 8.1),
        (-83.6, 8.6),
        (-84.7, 9.7),
        (-85.7, 10.0),
        (-86.0, 11.3),
        (-87.6, 12.9),
        (-89.5, 13.5),
        (-92.0, 14.4),
    ],
    // Florida.
    &[(-82.9, 29.0), (-82.6, 27.3), (-81.8, 26.1), (-81.1, 25.15), (-80.4, 25.25), (-80.05, 26.8), (-80.6, 29.0)],
    // Puerto Rico.
    &[(-67.2, 18.45), (-66.1, 18.48), (-65.65, 18.35), (-65.9, 17.98), (-67.15, 17.97)],
    // Guadeloupe, Martinique.
    &[(-61.75, 16.3), (-61.4, 16.4), (-61.3, 16.2), (-61.6, 16.0)],
    &[(-61.2, 14.85), (-60.85, 14.7), (-60.85, 14.4), (-61.05, 14.5)],
];
