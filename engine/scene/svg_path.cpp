#include "scene/svg_path.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace regio::scene {

namespace {

using Thousandths = std::int64_t;

Thousandths rounded(double length_mm) {
    return std::llround(length_mm * 1000);
}

void append_whole(std::string& out, Thousandths number) {
    std::array<char, 24> digits;
    out.append(digits.data(),
               std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_length(std::string& out, Thousandths length) {
    if (length < 0)
        out += '-';
    const Thousandths size = std::abs(length);
    if (size >= 1000 || size == 0)
        append_whole(out, size / 1000);
    if (size % 1000 == 0)
        return;
    // 1 in front keeps the zeros behind the point.
    std::string fraction;
    append_whole(fraction, 1000 + size % 1000);
    fraction.front() = '.';
    fraction.erase(fraction.find_last_not_of('0') + 1);
    out += fraction;
}

/// A point on the grid of thousandths.
struct GridPoint {
    Thousandths x = 0;
    Thousandths y = 0;

    explicit GridPoint(const PaperPoint& point) : x(rounded(point.x)), y(rounded(point.y)) {}
};

/// Writes commands, whose letter stands once for a run of the same.
class PathData {
public:
    void move_to(const GridPoint& point) {
        command('M');
        number(point.x);
        number(point.y);
    }

    void step(Thousandths dx, Thousandths dy) {
        if (dy == 0 && dx != 0) {
            command('h');
            number(dx);
        } else if (dx == 0 && dy != 0) {
            command('v');
            number(dy);
        } else {
            command('l');
            number(dx);
            number(dy);
        }
    }

    void close() { command('z'); }

    [[nodiscard]] std::string take() { return std::move(data_); }

private:
    void command(char letter) {
        if (letter != last_ || letter == 'M' || letter == 'z')
            data_ += letter;
        last_ = letter;
    }

    void number(Thousandths length) {
        const bool follows_number =
            data_.back() == '.' || (data_.back() >= '0' && data_.back() <= '9');
        if (follows_number && length >= 0)
            data_ += ' ';
        append_length(data_, length);
    }

    std::string data_;
    char last_ = 0;
};

void append_line(PathData& data, const Subpath& line) {
    GridPoint last(line.points.front());
    data.move_to(last);
    bool has_step = false;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const GridPoint next(line.points[i]);
        const bool is_last = i + 1 == line.points.size();
        // Points that round to one are written once; a line of one point stays a dot.
        if (next.x != last.x || next.y != last.y || (is_last && !has_step)) {
            data.step(next.x - last.x, next.y - last.y);
            has_step = true;
        }
        last = next;
    }
    if (line.ends == Subpath::Ends::Closed)
        data.close();
}

} // namespace

std::string svg_length(double length_mm) {
    std::string text;
    append_length(text, rounded(length_mm));
    return text;
}

std::string svg_path_data(const std::vector<Subpath>& lines) {
    PathData data;
    for (const auto& line : lines)
        if (line.points.size() >= 2)
            append_line(data, line);
    return data.take();
}

} // namespace regio::scene
