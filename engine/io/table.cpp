#include "io/table.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/text_file.hpp"
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

bool is_delimited_text(const std::string& file) {
    if (file == "-")
        return true;
    const auto ending = in_lower_case(std::filesystem::path(file).extension().string());
    constexpr std::array<std::string_view, 4> kEndings = {".csv", ".tsv", ".tab", ".txt"};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

Table::Table(const TableSource& source)
    : reader_(open_rows(source.source)), is_delimited_(is_delimited_text(source.source.file)) {
    const SourceRef place{.file = source.source.file, .layer = reader_->layer()};
    auto names = reader_->field_names();
    fields_ = FieldNames(names.empty() ? find_header(place) : std::move(names), place);
    for (const auto& filter : source.where)
        filters_.emplace_back(fields_.require(filter.field), filter);
}

std::vector<std::string> Table::find_header(const SourceRef& place) {
    constexpr std::size_t kFarthest = 50;
    std::vector<std::string> header;
    while (pending_.size() < kFarthest && reader_->next(cells_)) {
        if (filled_cells(cells_) >= 2) {
            header = std::move(cells_);
            pending_.clear();
            break;
        }
        pending_.emplace_back(reader_->row(), cells_);
    }
    if (header.empty()) {
        if (pending_.empty())
            throw InputError(to_text(place) + ": holds no rows",
                             "give a table with a header and rows");
        header = std::move(pending_.front().second);
        pending_.pop_front();
    }
    while (!header.empty() && registry::trimmed(header.back()).empty())
        header.pop_back();
    for (auto& name : header)
        name = registry::trimmed(name);
    return header;
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
    return std::all_of(filters_.begin(), filters_.end(), [&](const auto& filter) {
        return keeps(filter.second, cell(filter.first));
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
    const std::size_t width = fields_.all().size();
    for (std::size_t i = width; i < cells_.size(); ++i)
        if (!registry::trimmed(cells_[i]).empty())
            throw InputError(
                fmt::format("{}: row {}: has more cells than the header has fields ({}, not {})",
                            to_text(source()), row_, i + 1, width),
                "quote texts that hold the separator");
}

} // namespace regio::io
