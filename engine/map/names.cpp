#include "map/names.hpp"

#include "map/symbols.hpp"
#include "map/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::map {

namespace {

using Need = LabelRequest::Need;

/// How the names of one kind are written.
struct NameStyle {
    std::string kind; ///< For the audit.
    scene::Face face = scene::Face::Regular;
    scene::Colour ink;
    scene::Colour ground; ///< Of a halo.
    bool always_halo = false;
};

/// Collects names, finds their places and writes them.
class NameWriter {
public:
    NameWriter(const AreaMap& map, const Theme& theme, const scene::Fonts& fonts, Audit& audit)
        : map_(map), theme_(theme), fonts_(fonts), audit_(audit) {}

    void ask_for_members(const WorkingArea& area) {
        for (const auto& member : area.members) {
            const auto& municipality = map_.municipalities[member.municipality];
            std::string text = municipality.name;
            if (municipality.partial)
                text = fmt::format("{} ({} {})", text, say(map_.language, "deel", "part"),
                                   municipality.partial->parts);
            if (municipality.drawn_share)
                text += fmt::format(" ({})", share_text(*municipality.drawn_share, map_.language));
            ask(std::move(text), member.seen, Need::Must, theme_.member_sizes_pt,
                {.kind = "member",
                 .face = scene::Face::Semibold,
                 .ink = theme_.ink,
                 .ground = ground_of(member),
                 .always_halo = true});
        }
    }

    void ask_for_regions(const BaseMap& base) {
        std::vector<std::vector<layer::FeatureId>> features(map_.regions.size());
        for (const auto& municipality : map_.municipalities)
            features[municipality.region].insert(features[municipality.region].end(),
                                                 municipality.features.begin(),
                                                 municipality.features.end());
        std::vector<Rings> seen;
        for (const auto& of_region : features)
            seen.push_back(base.seen(of_region));
        if (std::count_if(seen.begin(), seen.end(), [](const Rings& r) { return !r.empty(); }) < 2)
            return;
        for (std::size_t i = 0; i < seen.size(); ++i)
            ask(map_.regions[i].name, seen[i], Need::May, {theme_.region_size_pt},
                {.kind = "region",
                 .face = scene::Face::Italic,
                 .ink = theme_.ink,
                 .ground = theme_.paper,
                 .always_halo = true});
    }

    void ask_for_others(const BaseMap& base) {
        for (const auto& municipality : map_.municipalities)
            if (municipality.role == Role::Other)
                ask(municipality.name, base.seen(municipality.features), Need::May,
                    theme_.other_sizes_pt,
                    {.kind = "municipality", .ink = theme_.quiet_ink, .ground = theme_.land});
    }

    void ask_for_zones(const std::vector<SeenZone>& zones) {
        for (const auto& [place, seen] : zones) {
            const Zone& zone = map_.zones[place];
            const bool is_water = zone.kind == Zone::Kind::Sea;
            ask(zone.name, seen, Need::May, {theme_.region_size_pt, theme_.small_size_pt},
                {.kind = "zone",
                 .face = scene::Face::Italic,
                 .ink = is_water ? theme_.sea_ink : theme_.quiet_ink,
                 .ground = is_water ? theme_.sea.fill : theme_.abroad.fill});
        }
    }

    void write(scene::Group& group, const LabelGround& ground) {
        const Labelling labelling = place_labels(requests_, ground, fonts_);
        std::vector<scene::PaperLine> leaders;
        for (const auto& label : labelling.placed)
            if (!label.leader.empty())
                leaders.push_back(label.leader);
        if (!leaders.empty()) {
            if (theme_.leader.casing)
                group.items.emplace_back(stroked(leaders, *theme_.leader.casing));
            group.items.emplace_back(stroked(leaders, theme_.leader.stroke));
        }
        for (const auto& label : labelling.placed)
            write(group, label);
        for (const std::size_t request : labelling.dropped)
            tell_dropped(request);
    }

private:
    void ask(std::string text, Rings area, Need need, std::vector<double> sizes_pt,
             NameStyle style) {
        if (area.empty() && need == Need::May)
            return;
        requests_.push_back({.text = std::move(text),
                             .area = std::move(area),
                             .need = need,
                             .face = style.face,
                             .sizes_pt = std::move(sizes_pt)});
        styles_.push_back(std::move(style));
    }

    [[nodiscard]] scene::Colour ground_of(const DrawnMember& member) const {
        if (member.plain.empty())
            return theme_.excess.fill;
        switch (member.member_class) {
        case MemberClass::Outsider:
            return theme_.outsider.fill;
        case MemberClass::Partial:
            return theme_.former.fill;
        case MemberClass::PartialOutsider:
            return theme_.former_outsider.fill;
        case MemberClass::Member:
            break;
        }
        return theme_.member.fill;
    }

    void write(scene::Group& group, const PlacedLabel& label) {
        const NameStyle& style = styles_[label.request];
        const bool is_outside = !label.leader.empty();
        const auto ground = is_outside ? theme_.paper : style.ground;
        const bool has_halo = style.always_halo || label.crosses_line || is_outside;
        for (const auto& line : label.lines)
            group.items.emplace_back(scene::Text{
                .baseline = line.baseline,
                .content = line.text,
                .face = style.face,
                .size_pt = label.size_pt,
                .colour = style.ink,
                .anchor = scene::Anchor::Middle,
                .halo = has_halo ? std::optional(scene::Text::Halo{ground, theme_.halo_mm})
                                 : std::nullopt});
        audit_.labels.push_back({.text = requests_[label.request].text,
                                 .kind = style.kind,
                                 .size_pt = label.size_pt,
                                 .box = label.box,
                                 .has_leader = is_outside,
                                 .crosses_line = label.crosses_line});
    }

    void tell_dropped(std::size_t request) {
        auto& names = styles_[request].kind == "member" ? audit_.dropped_members : audit_.dropped;
        names.push_back(requests_[request].text);
    }

    const AreaMap& map_;
    const Theme& theme_;
    const scene::Fonts& fonts_;
    Audit& audit_;
    std::vector<LabelRequest> requests_;
    std::vector<NameStyle> styles_; ///< Of each request.
};

} // namespace

void draw_names(scene::Group& group, const AreaMap& map, const BaseMap& base,
                const WorkingArea& area, const std::vector<SeenZone>& zones,
                const LabelGround& ground, const Theme& theme, const scene::Fonts& fonts,
                Audit& audit) {
    NameWriter writer(map, theme, fonts, audit);
    writer.ask_for_members(area);
    writer.ask_for_regions(base);
    writer.ask_for_zones(zones);
    writer.ask_for_others(base);
    writer.write(group, ground);
}

} // namespace regio::map
