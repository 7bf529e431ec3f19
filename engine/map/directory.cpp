#include "map/directory.hpp"

#include "map/directory_rows.hpp"
#include "map/symbols.hpp"
#include "map/text_flow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace regio::map {

using scene::BookPage;
using scene::PaperBox;

namespace {

constexpr double kColumnGap = 9;
constexpr double kLeastColumn = 82;

/// Where columns lie on a page.
struct Columns {
    PaperBox body;
    int count = 1;

    [[nodiscard]] double width() const { return (body.width() - (count - 1) * kColumnGap) / count; }
    [[nodiscard]] double left(int column) const {
        return body.left + column * (width() + kColumnGap);
    }
};

Columns columns_on(const Sheet& sheet) {
    constexpr double kForTitle = 14;
    PaperBox body{sheet.frame.left, sheet.frame.top + kForTitle, sheet.panel.right,
                  sheet.footer.bottom - 3};
    const int count =
        std::max(1, static_cast<int>((body.width() + kColumnGap) / (kLeastColumn + kColumnGap)));
    return {body, count};
}

/// Sets rows from above to below, column after column, page after page.
class Setter {
public:
    Setter(const Directory& directory, std::size_t first_page, const Sheet& sheet,
           const Theme& theme, const scene::Fonts& fonts)
        : directory_(directory), first_page_(first_page), sheet_(sheet), theme_(theme),
          fonts_(fonts), columns_(columns_on(sheet)) {
        open_page();
    }

    std::vector<BookPage> set() {
        const auto rows = rows_of(directory_.entries, columns_.width(), theme_, fonts_);
        for (std::size_t i = 0; i < rows.size();) {
            std::size_t end = i + 1;
            while (end < rows.size() && rows[end - 1].stays_with_next)
                ++end;
            make_room(height_of(rows, i, end));
            for (; i < end; ++i) {
                make_room(rows[i].space_above +
                          rows[i].height); // for what no column has room for together
                place(rows[i]);
            }
        }
        return std::move(pages_);
    }

private:
    static double height_of(const std::vector<DirectoryRow>& rows, std::size_t first,
                            std::size_t end) {
        double height = 0;
        for (std::size_t i = first; i < end; ++i)
            height += rows[i].space_above + rows[i].height;
        return height;
    }

    void open_page() {
        BookPage& page = pages_.emplace_back();
        const std::size_t number = first_page_ + pages_.size() - 1;
        page.label = fmt::format("{}", number + 1);
        page.scene.width_mm = sheet_.page.width();
        page.scene.height_mm = sheet_.page.height();
        page.scene.language = directory_.language;
        page.scene.title = directory_.title;
        page.scene.paper = theme_.paper;
        draw_page_number(page.scene, number, directory_.book, sheet_, theme_, fonts_);
        scene::Group title{.id = "title"};
        const TextStyle style{.face = scene::Face::Semibold,
                              .size_pt = pages_.size() == 1 ? theme_.title_size_pt
                                                            : theme_.subtitle_size_pt,
                              .colour = theme_.ink};
        write_lines(title, wrapped(directory_.title, columns_.body.width(), style, fonts_, 1),
                    columns_.body.left, sheet_.frame.top, style, fonts_);
        page.scene.groups.push_back(std::move(title));
        page.scene.groups.push_back({.id = "entries"});
        column_ = 0;
        top_ = columns_.body.top;
    }

    /// Goes on in the next column when there is no room here; at the top of one there always is.
    void make_room(double height) {
        constexpr double kRounding = 1e-6;
        if (top_ + height <= columns_.body.bottom + kRounding || top_ == columns_.body.top)
            return;
        if (++column_ == columns_.count)
            open_page();
        top_ = columns_.body.top;
    }

    void place(const DirectoryRow& row) {
        const double left = columns_.left(column_);
        if (top_ > columns_.body.top)
            top_ += row.space_above;
        BookPage& page = pages_.back();
        auto& items = page.scene.groups.back().items;
        const double caps = fonts_.cap_height_mm(scene::Face::Regular, row.size_pt);
        const double baseline = top_ + caps;
        constexpr double kSign = 2;
        if (row.sign)
            items.emplace_back(
                sign_path(*row.sign, {left + kSign / 2 + 0.2, top_ + caps / 2}, kSign, theme_));
        for (const auto& text : row.texts) {
            items.emplace_back(scene::Text{.baseline = {left + text.left, baseline},
                                           .content = text.text,
                                           .face = text.face,
                                           .size_pt = row.size_pt,
                                           .colour = text.colour});
            if (text.page)
                add_link(left + text.left, left + text.left + text.width, row.height, *text.page);
        }
        if (row.has_leader)
            items.emplace_back(leader(row, left, baseline));
        if (row.page)
            add_link(left, left + columns_.width(), row.height, *row.page);
        top_ += row.height;
    }

    void add_link(double left, double right, double height, std::size_t target) {
        constexpr double kAbove = 0.6;
        pages_.back().links.push_back(
            {{left, top_ - kAbove, right, top_ + height - kAbove}, target});
    }

    /// Dots that stand below each other in all rows.
    [[nodiscard]] scene::Path leader(const DirectoryRow& row, double left, double baseline) const {
        constexpr double kStep = 1.4;
        constexpr double kAir = 1.2;
        const RowText& before = row.texts[row.texts.size() - 2];
        const RowText& number = row.texts.back();
        const double from = before.left + before.width + kAir;
        const double to = number.left - kAir;
        const double first = std::ceil(from / kStep) * kStep;
        scene::Path dots;
        if (first >= to)
            return dots;
        dots.lines.push_back({{{left + first, baseline}, {left + to, baseline}}});
        dots.stroke = {.colour = theme_.quiet_ink, .width_mm = 0.25, .dashes_mm = {0, kStep}};
        return dots;
    }

    const Directory& directory_;
    std::size_t first_page_;
    const Sheet& sheet_;
    const Theme& theme_;
    const scene::Fonts& fonts_;
    Columns columns_;
    std::vector<BookPage> pages_;
    int column_ = 0;
    double top_ = 0;
};

} // namespace

std::vector<BookPage> draw_directory(const Directory& directory, std::size_t first_page,
                                     const Sheet& sheet, const Theme& theme,
                                     const scene::Fonts& fonts) {
    return Setter(directory, first_page, sheet, theme, fonts).set();
}

void draw_page_number(scene::Scene& scene, std::size_t page, const std::string& book,
                      const Sheet& sheet, const Theme& theme, const scene::Fonts& fonts) {
    constexpr double kMargin = 8.2;
    const double baseline = sheet.page.bottom - kMargin;
    scene::Group group{.id = "page-number"};
    group.items.emplace_back(scene::Text{.baseline = {sheet.footer.right, baseline},
                                         .content = fmt::format("{}", page + 1),
                                         .face = scene::Face::Semibold,
                                         .size_pt = theme.small_size_pt + 1,
                                         .colour = theme.ink,
                                         .anchor = scene::Anchor::End});
    const TextStyle style{.size_pt = theme.small_size_pt, .colour = theme.quiet_ink};
    constexpr double kForNumber = 12;
    if (!book.empty())
        write_lines(group, wrapped(book, sheet.footer.width() - kForNumber, style, fonts, 1),
                    sheet.footer.left, baseline - fonts.cap_height_mm(style.face, style.size_pt),
                    style, fonts);
    scene.groups.push_back(std::move(group));
}

} // namespace regio::map
