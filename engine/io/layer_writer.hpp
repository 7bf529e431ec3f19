#pragma once

#include "base/finding.hpp"
#include "io/layer_format.hpp"
#include "io/output_file.hpp"
#include "io/output_layer.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::io {

/// Writes layers as a file that appears whole or not at all; "-" is standard output. The file is
/// built in memory and needs as much of it as it is large.
///
/// Features come in the order given; areas are multipolygons, their rings as they come, closed.
/// - **GeoPackage**: geometry in "geom", features numbered from 1 in "fid" (with "_" behind it
///   where a field has that name), a spatial index, and the styles of layers in "layer_styles",
///   where QGIS finds them. The other formats have no room for styles and leave them out.
/// - **GeoJSON**: in the working CRS, named in its "crs" member. A text that is itself a JSON array
///   or object is written as such: GDAL leaves no choice.
/// - **GeoJSON of RFC 7946**: degrees of WGS 84 with seven decimals, rings counter-clockwise around
///   what they enclose. Always with finding R428: what that costs.
/// - **FlatGeobuf**: with a spatial index, which puts features in its own order.
/// - **Shapefile**: UTF-8, said in its .cpg; shells run clockwise and multipolygons of one part are
///   polygons, as the format has it. Names of fields over ten bytes are shortened (R429). Nothing
///   and an empty text are one, blanks behind a text go, and numbers have fifteen decimals or as
///   many as there is room for. It is five files, which appear together as OutputFileSet says.
/// A number that is not finite is written as nothing.
///
/// Laws: 1. but for RFC 7946, what is read back and rounded to the same lattice are the same
/// points, and there they are off by no more than R428 says; 2. the same layers give the same bytes
/// under any name: dates in files are SOURCE_DATE_EPOCH, and 1970-01-01 without; 3. a target that
/// exists without `overwrite`, or lies in no folder, is refused before any work, and is as it was
/// after any failure.
///
/// Throws InputError when the target cannot be written; when a name or a text is not UTF-8 or holds
/// a NUL; when names of layers or fields differ in nothing but case; when a format has no room for
/// what is given (GeoJSON for a CRS without a code, FlatGeobuf for a feature without polygons, a
/// Shapefile for a text over 254 bytes, an integer over 18 characters or more than 2 GB); and when
/// GDAL fails. Preconditions: each layer has a name; each feature has geometry of the layer's kind
/// and one value for each field, which is nothing or of the field's type; each ring has three
/// points or more, each line two; a style is by a text field; several layers, or none, only where
/// holds_several_layers(); for RFC 7946 the CRS is projected and in metres.
void write_layers(std::span<const OutputLayer> layers, LayerFormat format, const std::string& file,
                  Overwrite overwrite, std::vector<Finding>& findings);

/// The same with one layer.
void write_layer(const OutputLayer& layer, LayerFormat format, const std::string& file,
                 Overwrite overwrite, std::vector<Finding>& findings);

} // namespace regio::io
