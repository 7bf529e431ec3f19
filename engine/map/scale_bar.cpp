#include "map/scale_bar.hpp"

#include "map/symbols.hpp"
#include "map/text_flow.hpp"
#include "map/words.hpp"

#include <fmt/format.h>

#include <array>

namespace regio::map {

using scene::PaperBox;
using scene::Text;

namespace {

constexpr double kHeight = 1.6;
constexpr int kFields = 4;

/// Fields in turn dark and light, in a thin frame.
void draw_fields(scene::Group& group, const ScaleBar& bar, double left, double top,
                 const Theme& theme) {
    const auto field = [&](int i, int j) {
        return ring_of(
            {left + bar.mm * i / kFields, top, left + bar.mm * j / kFields, top + kHeight});
    };
    Rings dark;
    for (int i = 0; i < kFields; i += 2)
        dark.push_back(field(i, i + 1));
    const Rings whole{field(0, kFields)};
    group.items.emplace_back(filled(whole, theme.paper));
    group.items.emplace_back(filled(dark, theme.ink));
    group.items.emplace_back(
        stroked(whole, {.colour = theme.ink, .width_mm = 0.15}, scene::Subpath::Ends::Closed));
}

} // namespace

ScaleBar fitting_scale_bar(int scale, double most_mm) {
    constexpr std::array kSteps = {5.0, 2.0, 1.0};
    constexpr double kMostMetres = 1e6;
    const double room_m = most_mm * scale / 1000;
    for (double power = kMostMetres; power > 1; power /= 10)
        for (const double step : kSteps)
            if (step * power <= room_m)
                return {step * power, step * power * 1000 / scale};
    return {1, 1000.0 / scale};
}

double draw_scale_bar(scene::Group& group, const ScaleBar& bar, int scale, double left, double top,
                      Language language, const Theme& theme, const scene::Fonts& fonts) {
    const TextStyle style{.size_pt = theme.small_size_pt, .colour = theme.ink};
    const double caps = fonts.cap_height_mm(style.face, style.size_pt);
    const double fields_top = top + caps + 1;
    const auto write = [&](double share, const std::string& text, scene::Anchor anchor) {
        group.items.emplace_back(Text{.baseline = {left + bar.mm * share, top + caps},
                                      .content = text,
                                      .size_pt = style.size_pt,
                                      .colour = style.colour,
                                      .anchor = anchor});
    };
    const double km = bar.metres / 1000;
    write(0, "0", scene::Anchor::Middle);
    write(0.5, short_number(km / 2, language), scene::Anchor::Middle);
    write(1, short_number(km, language), scene::Anchor::Middle);
    const double figure = fonts.width_mm(short_number(km, language), style.face, style.size_pt);
    const double unit_left = bar.mm + figure / 2 + 1;
    group.items.emplace_back(Text{.baseline = {left + unit_left, top + caps},
                                  .content = "km",
                                  .size_pt = style.size_pt,
                                  .colour = style.colour});
    draw_fields(group, bar, left, fields_top, theme);
    return write_lines(group,
                       {fmt::format("{} {}", say(language, "Schaal", "Scale"), scale_text(scale))},
                       left, fields_top + kHeight + 1.6, style, fonts);
}

void draw_north_arrow(scene::Group& group, double left, double top, const Theme& theme) {
    const double middle = left + 3;
    const double tip = top + 3;
    const double foot = top + 9;
    group.items.emplace_back(Text{.baseline = {middle, top + 2.2},
                                  .content = "N",
                                  .face = scene::Face::Semibold,
                                  .size_pt = theme.small_size_pt + 1,
                                  .colour = theme.ink,
                                  .anchor = scene::Anchor::Middle});
    const scene::PaperLine right{{middle, tip}, {middle + 2, foot}, {middle, foot - 1.4}};
    const scene::PaperLine whole{
        {middle, tip}, {middle + 2, foot}, {middle, foot - 1.4}, {middle - 2, foot}};
    group.items.emplace_back(filled({right}, theme.ink));
    group.items.emplace_back(
        stroked({whole}, {.colour = theme.ink, .width_mm = 0.2}, scene::Subpath::Ends::Closed));
}

} // namespace regio::map
