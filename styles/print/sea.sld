<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" version="1.1.0" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>sea</se:Name>
    <UserStyle>
      <se:Name>sea</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>sea</se:Name>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#cfe3ee</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
          <!-- 0.5 pt -->
          <se:LineSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#9a958c</se:SvgParameter>
              <se:SvgParameter name="stroke-width">0.629960317</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
              <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
            </se:Stroke>
          </se:LineSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
