#pragma once

namespace regio::map {

/// What makes a place worse, in one unit: a name broken once more costs about as much as one moved
/// by half the radius of its circle. The order of the large ones is the cartography: smaller inside
/// before touching a border, touching before crossing it a little, crossing before a leader.
struct LabelCosts {
    double extra_line = 0.6;    ///< Each line after the first: a name is read best in one.
    double smaller_by_pt = 1.2; ///< Each point below the wished size: sizes should be even.
    double off_centre = 1;      ///< Each radius that the middle lies away from the circle's.
    double near_line = 0.5;     ///< A border within `near_mm`: no air around the letters.
    double touching_line = 5;   ///< A border within `touching_mm`: looks like a letter's stroke.
    double crossing_line = 10;  ///< A border through the box: it needs a halo.
    double touching_heavy = 9;  ///< A thick border within `heavy_mm`: its casing hides letters.
    double crossing_heavy = 22; ///< One through the box: the halo would break it, and it matters.
    double crossing_per_mm = 0.25;  ///< Each millimetre of border in the box: letters lost.
    double crossing_off_centre = 4; ///< On top of off_centre: only the middle tells whose it is.
    double outside = 14;            ///< Times the share outside the area: which one is meant?
    double leader = 30;         ///< A line and a name elsewhere: the eye has to go and come back.
    double leader_per_mm = 0.6; ///< Its length.
    double leader_on_area = 6;  ///< Times the share of the box on areas of others that must be
                                ///< named, where it reads as theirs.
    double leader_line_per_mm = 0.25; ///< Each millimetre of border under a name with a leader.

    double touching_mm = 0.4; ///< Half of a thick border, and as much white.
    double heavy_mm = 0.8;    ///< Half of a thick border with its casing, and some white.
    double near_mm = 1.0;     ///< About the gap between two lines of text.
    double least_share = 0.5; ///< Of the box in its area, else it is not said to lie there.
};

} // namespace regio::map
