// Runs one scenario: a file of sections in square brackets.
//
//   A sentence that says what holds.
//
//   [folder small]            the files of cases/small/ are there
//   [file members.csv]        a file to make; as many as needed
//   [run]                     lines for bash in that folder; regio, $SHAPES and $DATA are there
//   [exit] 3                  the exit code of the last command
//   [stdout] [stderr]         what is printed, to the letter
//   [stdout contains]         each line occurs in what is printed; likewise stderr
//   [stdout lacks]            no line does; likewise stderr
//   [files]                   all that lies in the folder afterwards, one name a line, sorted
//   [needs data]              the scenario is passed over where $DATA is not there
//   [needs plain build]       … and under the sanitizers, which need memory of their own
//
// Exit code 0 when all holds, 1 when not, 77 when passed over, 2 for a file that cannot be read.

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Section {
    std::string title;
    std::string text;
};

bool is_title(const std::string& line) {
    if (line.size() < 3 || line.front() != '[')
        return false;
    for (const std::string_view word :
         {"[folder ", "[file ", "[run]", "[exit]", "[stdout", "[stderr", "[files]", "[needs "})
        if (line.starts_with(word))
            return true;
    return false;
}

void refuse_unknown_title(const std::string& title) {
    const std::vector<std::string_view> known = {
        "run",          "exit",       "stdout",           "stdout contains",
        "stdout lacks", "stderr",     "stderr contains",  "files",
        "stderr lacks", "needs data", "needs plain build"};
    if (!title.starts_with("file ") && !title.starts_with("folder ") &&
        std::find(known.begin(), known.end(), title) == known.end())
        throw std::runtime_error("has an unknown section [" + title + "]");
}

std::vector<Section> read_case(const fs::path& file) {
    std::ifstream in(file);
    if (!in)
        throw std::runtime_error("cannot be read");
    std::vector<Section> sections = {{"", ""}};
    for (std::string line; std::getline(in, line);) {
        if (!is_title(line)) {
            sections.back().text += line + "\n";
            continue;
        }
        const auto end = line.find(']');
        refuse_unknown_title(line.substr(1, end - 1));
        sections.push_back({line.substr(1, end - 1), line.substr(std::min(end + 2, line.size()))});
    }
    // An empty line before the next section is for the reader.
    for (auto& section : sections)
        while (section.text.ends_with("\n\n") || section.text == "\n")
            section.text.pop_back();
    return sections;
}

std::string read_all(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

/// A folder that goes away with the object.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "regio-case-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Outcome {
    int exit_code = 0;
    std::string out;
    std::string err;
    std::vector<std::string> files;
};

Outcome run(const std::vector<Section>& sections, const fs::path& cases) {
    const Folder folder;
    const Folder results;
    const fs::path script = results.path() / "run.sh";
    for (const auto& section : sections) {
        if (section.title.starts_with("folder "))
            fs::copy(cases / section.title.substr(7), folder.path());
        if (section.title.starts_with("file "))
            std::ofstream(folder.path() / section.title.substr(5), std::ios::binary)
                << section.text;
        if (section.title == "run")
            std::ofstream(script) << "regio() { \"$REGIO\" \"$@\"; }\n" << section.text;
    }
    const std::string command = fmt::format("cd '{}' && env -u NO_COLOR LC_ALL=C.UTF-8 TERM=dumb "
                                            "SOURCE_DATE_EPOCH=1767225600 bash '{}' "
                                            ">'{}/out' 2>'{}/err' </dev/null",
                                            folder.path().string(), script.string(),
                                            results.path().string(), results.path().string());
    const int status = std::system(command.c_str());
    Outcome outcome;
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.out = read_all(results.path() / "out");
    outcome.err = read_all(results.path() / "err");
    for (const auto& entry : fs::directory_iterator(folder.path()))
        outcome.files.push_back(entry.path().filename().string());
    std::sort(outcome.files.begin(), outcome.files.end());
    return outcome;
}

/// What does not hold of one section; empty when it does.
std::string complaint(const Section& section, const Outcome& outcome) {
    if (section.title == "exit" && std::stoi(section.text) != outcome.exit_code)
        return fmt::format("exit code is {}, not {}", outcome.exit_code, section.text);
    if (section.title == "files" && lines_of(section.text) != outcome.files)
        return fmt::format("files are: {}", fmt::join(outcome.files, ", "));
    const bool is_out = section.title.starts_with("stdout");
    if (!is_out && !section.title.starts_with("stderr"))
        return {};
    const std::string& printed = is_out ? outcome.out : outcome.err;
    const std::string_view stream = is_out ? "stdout" : "stderr";
    if (section.title == stream)
        return printed == section.text ? "" : fmt::format("{} is not as expected", stream);
    const bool wanted = section.title.ends_with("contains");
    for (const auto& line : lines_of(section.text))
        if ((printed.find(line) != std::string::npos) != wanted)
            return fmt::format("{} {}: {}", stream, wanted ? "lacks" : "contains", line);
    return {};
}

/// Why the scenario cannot be run here; empty when it can.
std::string_view obstacle(const std::vector<Section>& sections) {
    const char* const data = std::getenv("DATA");
    const char* const sanitized = std::getenv("SANITIZED");
    for (const auto& section : sections) {
        if (section.title == "needs data" && (data == nullptr || !fs::is_directory(data)))
            return "the real data are not there";
        if (section.title == "needs plain build" && sanitized != nullptr &&
            std::string_view(sanitized) == "ON")
            return "the sanitizers need memory of their own";
    }
    return {};
}

int check(const fs::path& file) {
    const auto sections = read_case(file);
    if (const auto why = obstacle(sections); !why.empty()) {
        fmt::print("skipped: {}\n", why);
        return 77;
    }
    const Outcome outcome = run(sections, file.parent_path().parent_path());
    std::string complaints;
    std::size_t checked = 0;
    for (const auto& section : sections) {
        const std::string what = complaint(section, outcome);
        complaints += what.empty() ? "" : what + "\n";
        checked += section.title == "exit" ? 1U : 0U;
    }
    if (checked == 0)
        complaints += "the scenario has no [exit]\n";
    if (complaints.empty())
        return 0;
    fmt::print("{}{}---- stdout\n{}---- stderr\n{}", sections.front().text, complaints, outcome.out,
               outcome.err);
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    try {
        return check(argv[1]);
    } catch (const std::exception& fault) {
        fmt::print("{}: {}\n", argv[1], fault.what());
        return 2;
    }
}
