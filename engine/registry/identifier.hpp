#pragma once

#include <string>
#include <string_view>

namespace regio::registry {

/// The form in which identifiers are compared; they are shown as given. An enterprise number
/// (KBO: ten digits, the last two 97 minus the first eight modulo 97) is one number however it is
/// written: KBO0205350681, 0205.350.681, BE0205350681, or 205350681 when a spreadsheet ate the
/// zero. Every other identifier is compared letter by letter, without blanks around it.
[[nodiscard]] std::string identifier_key(std::string_view identifier);

/// `text` without blanks around it and without the apostrophe that spreadsheets put before text.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A municipality code as text: trimmed, and without the ".0" of a numeric cell.
[[nodiscard]] std::string_view trimmed_code(std::string_view text);

/// Whether a text can be the NIS code of a municipality: five digits, of which the last three are
/// not all zero, as those of provinces and regions are.
[[nodiscard]] bool is_nis_code(std::string_view text);

} // namespace regio::registry
