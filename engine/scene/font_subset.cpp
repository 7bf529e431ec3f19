#include "scene/font_subset.hpp"

#include "base/contract.hpp"

#include <hb-subset.h>

#include <array>

namespace regio::scene {

namespace {

using HbSubsetInput = std::unique_ptr<hb_subset_input_t, Releases<hb_subset_input_destroy>>;

/// What HarfBuzz does by itself when it shapes, but for the forms of single languages: browsers
/// would use them where Fonts does not.
constexpr std::array kFeatures = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG('k', 'e', 'r', 'n'),
                                  HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g'),
                                  HB_TAG('c', 'a', 'l', 't'), HB_TAG('m', 'a', 'r', 'k'),
                                  HB_TAG('m', 'k', 'm', 'k')};

} // namespace

std::string font_subset(const FontFace& face, std::u32string_view characters) {
    const HbSubsetInput input(hb_subset_input_create_or_fail());
    REGIO_EXPECTS(input != nullptr);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    for (const hb_tag_t feature : kFeatures)
        hb_set_add(features, feature);
    for (const char32_t character : characters)
        hb_set_add(hb_subset_input_unicode_set(input.get()), character);
    const HbFace subset(hb_subset_or_fail(hb_font_get_face(face.font.get()), input.get()));
    REGIO_EXPECTS(subset != nullptr);
    const HbBlob blob(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

} // namespace regio::scene
