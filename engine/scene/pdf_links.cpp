#include "scene/pdf_links.hpp"

#include "base/contract.hpp"
#include "scene/language_tag.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace regio::scene {

namespace {

/// The box in the coordinates of a PDF page: points, from the lower left corner.
QPDFObjectHandle rectangle(const PaperBox& box, double height_mm) {
    constexpr int kDecimals = 3;
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    for (const double mm : {box.left, height_mm - box.bottom, box.right, height_mm - box.top})
        numbers.appendItem(QPDFObjectHandle::newReal(mm / kMillimetresPerPoint, kDecimals));
    return numbers;
}

/// No border is drawn around it: what it stands on says that it leads somewhere.
QPDFObjectHandle annotation(const PageLink& link, double height_mm, QPDFObjectHandle target) {
    QPDFObjectHandle dictionary = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link "
                                                          "/Border [0 0 0] >>");
    QPDFObjectHandle destination = QPDFObjectHandle::newArray();
    destination.appendItem(target);
    destination.appendItem(QPDFObjectHandle::newName("/Fit"));
    dictionary.replaceKey("/Rect", rectangle(link.box, height_mm));
    dictionary.replaceKey("/Dest", destination);
    return dictionary;
}

} // namespace

std::string with_links(const std::string& pdf, std::span<const LinkedPage> pages,
                       Language language) {
    QPDF document;
    document.processMemoryFile("book", pdf.data(), pdf.size());
    std::vector<QPDFObjectHandle> drawn = document.getAllPages();
    REGIO_EXPECTS(drawn.size() == pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].links.empty())
            continue;
        QPDFObjectHandle annotations = QPDFObjectHandle::newArray();
        for (const PageLink& link : pages[i].links)
            annotations.appendItem(annotation(link, pages[i].height_mm, drawn[link.page]));
        drawn[i].replaceKey("/Annots", annotations);
    }
    document.getRoot().replaceKey("/Lang",
                                  QPDFObjectHandle::newUnicodeString(language_tag(language)));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto packed = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(packed->getBuffer()), packed->getSize()};
}

} // namespace regio::scene
