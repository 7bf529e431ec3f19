#include "report/validation_csv.hpp"

namespace regio::report {

namespace {

using validation::Defect;

constexpr int kMillimetres = 3;
constexpr int kSquareMillimetres = 6;

void add_measure(const std::optional<double>& value, int decimals, CsvRow& row) {
    if (value)
        row.add_decimal(*value, decimals);
    else
        row.add_empty();
}

std::string line_of(const ValidationReport& report, const Defect& defect, CsvDialect dialect) {
    CsvRow row(dialect);
    row.add_text(label(defect.finding.number));
    row.add_text(kind_of(defect.finding.number).name);
    row.add_text(id_of(defect.severity));
    std::optional<double> x;
    std::optional<double> y;
    if (defect.place) {
        const auto place = report.validated->lattice().position(*defect.place);
        x = place.x;
        y = place.y;
    }
    add_measure(x, kMillimetres, row);
    add_measure(y, kMillimetres, row);
    const auto texts = validation::feature_texts(*report.validated, defect);
    row.add_text(texts.codes);
    row.add_text(texts.names);
    row.add_text(texts.fids);
    add_measure(defect.area_m2, kSquareMillimetres, row);
    add_measure(defect.length_m, kMillimetres, row);
    add_measure(defect.width_m, kMillimetres, row);
    row.add_text(message(defect.finding, report.language));
    row.add_text(defect.is_accepted ? "true" : "false");
    row.add_text(defect.why);
    return row.line();
}

} // namespace

void write_validation_csv(const ValidationReport& report, CsvDialect dialect, const Sink& sink) {
    sink(csv_heading("number,kind,severity,x,y,codes,names,fids,area_m2,length_m,width_m,message,"
                     "accepted,why",
                     dialect));
    for (const Defect& defect : report.defects)
        sink(line_of(report, defect, dialect));
}

} // namespace regio::report
