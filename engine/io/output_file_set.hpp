#pragma once

#include "io/output_file.hpp"

#include <deque>
#include <string>
#include <vector>

namespace regio::io {

/// Files that belong together and appear together: each is written without a name, as OutputFile
/// does, and all get their names in finish(). When one cannot get its own, those that have got it
/// give it back, and what was replaced is there again. Only a run that is killed between the first
/// name and the last leaves some of the files new and some not, and the old ones under names that
/// end in ".old".
class OutputFileSet {
public:
    /// `files` are to be written; the `obsolete` ones go when those appear. Throws InputError as
    /// OutputFile does, also when one of the obsolete is there and may not be overwritten.
    OutputFileSet(const std::vector<std::string>& files, std::vector<std::string> obsolete,
                  Overwrite overwrite);

    /// The file of that place in `files`.
    [[nodiscard]] OutputFile& operator[](std::size_t i) { return outputs_.at(i); }

    /// Settles all, and then puts all in their places, in order. Throws InputError when that fails.
    /// Precondition: called once.
    void finish();

private:
    std::deque<OutputFile> outputs_;
    std::vector<std::string> obsolete_;
};

} // namespace regio::io
