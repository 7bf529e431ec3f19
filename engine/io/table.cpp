#include "io/table.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"
#include "io/delimited_text.hpp"
#include "io/gdal_rows.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace regio::io {

namespace {

class DelimitedRows final : public RowReader {
public:
    explicit DelimitedRows(const std::string& file)
        : bytes_(read_text_file(file)), text_(bytes_, file) {}

    [[nodiscard]] std::vector<std::string> field_names() const override { return {}; }
    bool next(std::vector<std::string>& cells) override { return text_.next(cells); }
    [[nodiscard]] std::int64_t row() const override { return text_.row(); }
    [[nodiscard]] std::string layer() const override { return {}; }

private:
    std::string bytes_;
    DelimitedText text_;
};

bool is_delimited_text(const std::string& file) {
    if (file == "-")
        return true;
    std::string ending = std::filesystem::path(file).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    constexpr std::array<std::string_view, 4> kEndings = {".csv", ".tsv", ".tab", ".txt"};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::unique_ptr<RowReader> open_rows(const Source& source) {
    if (!is_delimited_text(source.file))
        return std::make_unique<GdalRows>(source);
    if (!source.layer.empty())
        throw InputError(fmt::format("{}: has no layer or sheet \"{}\"", source.file, source.layer),
                         "delimited text has no layers");
    return std::make_unique<DelimitedRows>(source.file);
}

std::size_t filled_cells(const std::vector<std::string>& cells) {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(),
                      [](const std::string& cell) { return !registry::trimmed(cell).empty(); }));
}

} // namespace

Table::Table(const TableSource& source)
    : reader_(open_rows(source.source)), source_{.file = source.source.file,
                                                 .layer = reader_->layer()},
      fields_(reader_->field_names()), is_delimited_(is_delimited_text(source.source.file)) {
    if (fields_.empty())
        find_header();
    for (const auto& filter : source.where)
        filters_.push_back({.field = require(filter.field), .values = filter.values});
}

void Table::find_header() {
    constexpr std::size_t kFarthest = 50;
    while (pending_.size() < kFarthest && reader_->next(cells_)) {
        if (filled_cells(cells_) >= 2) {
            fields_ = std::move(cells_);
            pending_.clear();
            break;
        }
        pending_.emplace_back(reader_->row(), cells_);
    }
    if (fields_.empty()) {
        if (pending_.empty())
            throw InputError(to_text(source_) + ": holds no rows",
                             "give a table with a header and rows");
        fields_ = std::move(pending_.front().second);
        pending_.pop_front();
    }
    while (!fields_.empty() && registry::trimmed(fields_.back()).empty())
        fields_.pop_back();
    for (auto& field : fields_)
        field = registry::trimmed(field);
}

std::optional<std::size_t> Table::find(std::string_view name) const {
    const auto only = [&](auto&& answers) -> std::optional<std::size_t> {
        std::optional<std::size_t> place;
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (!answers(fields_[i]))
                continue;
            if (place)
                throw InputError(
                    fmt::format("{}: has several fields \"{}\"", to_text(source_), name),
                    "rename one of them");
            place = i;
        }
        return place;
    };
    if (const auto exact = only([&](const std::string& field) { return field == name; }))
        return exact;
    const std::string key = name_key(name);
    if (key.empty())
        return std::nullopt;
    return only([&](const std::string& field) { return name_key(field) == key; });
}

std::size_t Table::require(std::string_view name) const {
    if (const auto place = find(name))
        return *place;
    throw InputError(fmt::format("{}: has no field \"{}\"", to_text(source_), name),
                     fmt::format("there are: {}", fmt::join(fields_, ", ")));
}

bool Table::next() {
    while (read()) {
        if (is_delimited_)
            check_width();
        if (passes())
            return true;
    }
    return false;
}

bool Table::passes() const {
    return std::all_of(filters_.begin(), filters_.end(), [&](const Filter& filter) {
        const auto value = registry::trimmed(cell(filter.field));
        return std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
    });
}

bool Table::read() {
    if (!pending_.empty()) {
        row_ = pending_.front().first;
        cells_ = std::move(pending_.front().second);
        pending_.pop_front();
        return true;
    }
    if (!reader_->next(cells_))
        return false;
    row_ = reader_->row();
    return true;
}

std::string_view Table::cell(std::size_t field) const {
    return field < cells_.size() ? std::string_view(cells_[field]) : std::string_view();
}

void Table::check_width() const {
    for (std::size_t i = fields_.size(); i < cells_.size(); ++i)
        if (!registry::trimmed(cells_[i]).empty())
            throw InputError(
                fmt::format("{}: row {}: has more cells than the header has fields ({}, not {})",
                            to_text(source_), row_, i + 1, fields_.size()),
                "quote texts that hold the separator");
}

} // namespace regio::io
