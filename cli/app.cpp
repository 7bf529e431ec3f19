#include "cli/app.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"
#include "base/utf8.hpp"
#include "cli/atlas_command.hpp"
#include "cli/check_command.hpp"
#include "cli/dissolve_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/help_command.hpp"
#include "cli/info_command.hpp"
#include "cli/intersect_command.hpp"
#include "cli/map_command.hpp"
#include "cli/messages.hpp"
#include "cli/overlap_command.hpp"
#include "cli/style_command.hpp"
#include "cli/validate_command.hpp"
#include "io/output_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <new>
#include <vector>

namespace regio::cli {

namespace {

constexpr const char* kDescription =
    "regio tests whether the working areas of partnerships of municipalities nest in the reference "
    "regions, says why not, and what would mend it.";

/// The program's parser with one subcommand per Command.
class Program {
public:
    Program() : app_(kDescription, "regio") {
        commands_.push_back(std::make_unique<InfoCommand>());
        commands_.push_back(std::make_unique<CheckCommand>());
        commands_.push_back(std::make_unique<ExplainCommand>());
        commands_.push_back(std::make_unique<MapCommand>());
        commands_.push_back(std::make_unique<AtlasCommand>());
        commands_.push_back(std::make_unique<StyleCommand>());
        commands_.push_back(std::make_unique<OverlapCommand>());
        commands_.push_back(std::make_unique<ValidateCommand>());
        commands_.push_back(std::make_unique<DissolveCommand>());
        commands_.push_back(std::make_unique<IntersectCommand>());
        commands_.push_back(std::make_unique<HelpCommand>(app_));
        app_.set_version_flag("--version", "regio " REGIO_VERSION);
        app_.set_help_flag("-h,--help", "Print this help and exit");
        app_.footer("regio help COMMAND explains a command, regio help R301 a finding.");
        app_.require_subcommand(0, 1);
        for (const auto& command : commands_) {
            auto* sub =
                app_.add_subcommand(std::string(command->name()), std::string(command->summary()));
            sub->set_help_flag("-h,--help", "Print this help and exit");
            command->setup(*sub);
        }
    }

    ExitCode run(int argc, const char* const* argv) {
        refuse_other_bytes(argc, argv);
        refuse_unknown_command(argc, argv);
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            return print(help_of_parsed());
        } catch (const CLI::CallForVersion&) {
            return print("regio " REGIO_VERSION "\n");
        } catch (const CLI::ParseError& fault) {
            throw UsageError(fault.what(), usage_hint());
        }
        for (const auto& command : commands_)
            if (app_.got_subcommand(std::string(command->name())))
                return command->run();
        throw UsageError("no command is given", "regio help lists the commands");
    }

private:
    static ExitCode print(const std::string& text) {
        io::OutputFile output("-", io::Overwrite::No);
        output.write(text);
        output.finish();
        return ExitCode::Done;
    }

    [[nodiscard]] std::string help_of_parsed() const {
        const auto parsed = app_.get_subcommands();
        return parsed.empty() ? app_.help() : parsed.front()->help("regio");
    }

    [[nodiscard]] std::string usage_hint() const {
        const auto parsed = app_.get_subcommands();
        return parsed.empty()
                   ? "regio help lists the commands"
                   : fmt::format("regio help {} lists the options", parsed.front()->get_name());
    }

    static void refuse_other_bytes(int argc, const char* const* argv) {
        for (int i = 1; i < argc; ++i)
            if (!is_utf8(argv[i]))
                throw UsageError(fmt::format("argument {} is not UTF-8", i),
                                 "names of files and things must be UTF-8");
    }

    void refuse_unknown_command(int argc, const char* const* argv) const {
        if (argc < 2 || argv[1][0] == '-')
            return;
        const std::string_view given = argv[1];
        std::vector<std::string> names;
        for (const auto& command : commands_)
            names.emplace_back(command->name());
        if (std::find(names.begin(), names.end(), given) != names.end())
            return;
        const auto near = nearest_names(given, names, 1);
        throw UsageError(fmt::format("there is no command \"{}\"", given),
                         near.empty() ? "regio help lists the commands"
                                      : fmt::format("did you mean {}?", near.front()));
    }

    CLI::App app_;
    std::vector<std::unique_ptr<Command>> commands_;
};

int report(const Error& error, ExitCode code) {
    print_line(fmt::format("regio: {}", error.what()));
    if (!error.hint().empty())
        print_line(fmt::format("hint: {}", error.hint()));
    return static_cast<int>(code);
}

} // namespace

int run(int argc, const char* const* argv) {
    // A closed pipe ends the program quietly, a size limit is an error of the write that meets it.
    static_cast<void>(std::signal(SIGPIPE, SIG_DFL));
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    try {
        return static_cast<int>(Program().run(argc, argv));
    } catch (const UsageError& error) {
        return report(error, ExitCode::WrongUse);
    } catch (const Error& error) {
        return report(error, ExitCode::CouldNot);
    } catch (const std::bad_alloc&) {
        return report(
            InputError("the memory of this machine is not enough", "check part of the lists"),
            ExitCode::CouldNot);
    } catch (const std::exception& fault) {
        // Nothing throws this on purpose; without the catch the message would be lost.
        print_line(fmt::format("regio: internal error: {}", fault.what()));
        return static_cast<int>(ExitCode::CouldNot);
    }
}

} // namespace regio::cli
