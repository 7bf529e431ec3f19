#include "map/directory_rows.hpp"

#include "map/text_flow.hpp"

#include <fmt/format.h>

#include <utility>

namespace regio::map {

namespace {

constexpr double kSignRoom = 4;
constexpr double kGap = 1.5;     ///< Between texts of a row.
constexpr double kLeastDots = 4; ///< Where a row has any.
constexpr double kIndent = 4;    ///< Of the rows of an entry below its first.
constexpr double kBelowEntry = 0.5;
constexpr double kBelowParagraph = 1.5;

/// Turns entries into rows.
class RowBuilder {
public:
    RowBuilder(double width, const Theme& theme, const scene::Fonts& fonts)
        : width_(width), theme_(theme), fonts_(fonts), number_width_(measure("0000")) {}

    void add(const DirectoryEntry& entry) {
        switch (entry.kind) {
        case DirectoryEntry::Kind::Heading:
            add_heading(entry);
            break;
        case DirectoryEntry::Kind::Leading:
            add_leading(entry);
            break;
        case DirectoryEntry::Kind::Listing:
            add_listing(entry);
            break;
        }
    }

    std::vector<DirectoryRow> take() { return std::move(rows_); }

private:
    [[nodiscard]] double measure(const std::string& text) const {
        return fonts_.width_mm(text, scene::Face::Regular, theme_.text_size_pt);
    }

    DirectoryRow& add_row(double size_pt, double space_above) {
        const TextStyle style{.size_pt = size_pt, .colour = {}};
        return rows_.emplace_back(DirectoryRow{
            .size_pt = size_pt, .height = line_height_mm(style), .space_above = space_above});
    }

    void add_heading(const DirectoryEntry& entry) {
        constexpr double kAbove = 3;
        const TextStyle style{.face = scene::Face::Semibold,
                              .size_pt = theme_.subtitle_size_pt,
                              .colour = theme_.ink};
        double above = kAbove;
        for (const auto& line : wrapped(entry.text, width_, style, fonts_)) {
            DirectoryRow& row = add_row(style.size_pt, std::exchange(above, 0));
            row.texts.push_back({.text = line, .face = style.face, .colour = style.colour});
            row.stays_with_next = true;
        }
    }

    void add_leading(const DirectoryEntry& entry) {
        const bool leads = !entry.pages.empty();
        const double left = entry.sign ? kSignRoom : 0;
        const double room = width_ - left - (leads ? number_width_ + kLeastDots : 0);
        const TextStyle style{.size_pt = theme_.text_size_pt, .colour = theme_.ink};
        const std::size_t first = rows_.size();
        for (const auto& line : wrapped(entry.text, room, style, fonts_))
            add_row(style.size_pt, 0)
                .texts.push_back(
                    {.text = line, .left = left, .width = measure(line), .colour = style.colour});
        add_note(entry, left, room);
        if (rows_.size() == first)
            return;
        rows_[first].sign = entry.sign;
        rows_[first].space_above = leads ? kBelowEntry : kBelowParagraph;
        if (!leads)
            return;
        for (std::size_t i = first; i < rows_.size(); ++i) {
            rows_[i].page = entry.pages.front();
            rows_[i].stays_with_next = i + 1 < rows_.size();
        }
        const std::string number = fmt::format("{}", entry.pages.front() + 1);
        const double width = measure(number);
        rows_.back().texts.push_back(
            {.text = number, .left = width_ - width, .width = width, .colour = theme_.ink});
        rows_.back().has_leader = true;
    }

    /// Behind the last row where it has room there, else below it.
    void add_note(const DirectoryEntry& entry, double left, double room) {
        if (entry.note.empty())
            return;
        const TextStyle style{.size_pt = theme_.text_size_pt, .colour = theme_.quiet_ink};
        const double width = measure(entry.note);
        if (!entry.text.empty()) {
            const RowText& last = rows_.back().texts.back();
            const double at = last.left + last.width + kGap;
            if (at + width <= left + room) {
                rows_.back().texts.push_back(
                    {.text = entry.note, .left = at, .width = width, .colour = style.colour});
                return;
            }
        }
        for (const auto& line : wrapped(entry.note, room, style, fonts_))
            add_row(style.size_pt, 0)
                .texts.push_back(
                    {.text = line, .left = left, .width = measure(line), .colour = style.colour});
    }

    void add_listing(const DirectoryEntry& entry) {
        const TextStyle style{.size_pt = theme_.text_size_pt, .colour = theme_.ink};
        double above = kBelowEntry;
        auto lines = wrapped(entry.text, width_, style, fonts_);
        if (lines.empty())
            lines.emplace_back();
        for (const auto& line : lines)
            add_row(style.size_pt, std::exchange(above, 0))
                .texts.push_back({.text = line, .width = measure(line), .colour = style.colour});
        double end = rows_.back().texts.back().width;
        for (std::size_t i = 0; i < entry.pages.size(); ++i) {
            const std::string number =
                fmt::format("{}{}", entry.pages[i] + 1, i + 1 < entry.pages.size() ? "," : "");
            const double width = measure(number);
            if (end + kGap + width > width_) {
                add_row(style.size_pt, 0);
                end = kIndent - kGap;
            }
            rows_.back().texts.push_back({.text = number,
                                          .left = end + kGap,
                                          .width = width,
                                          .colour = theme_.quiet_ink,
                                          .page = entry.pages[i]});
            end += kGap + width;
        }
    }

    double width_;
    const Theme& theme_;
    const scene::Fonts& fonts_;
    double number_width_;
    std::vector<DirectoryRow> rows_;
};

} // namespace

std::vector<DirectoryRow> rows_of(const std::vector<DirectoryEntry>& entries, double column_width,
                                  const Theme& theme, const scene::Fonts& fonts) {
    RowBuilder builder(column_width, theme, fonts);
    for (const auto& entry : entries)
        builder.add(entry);
    return builder.take();
}

} // namespace regio::map
