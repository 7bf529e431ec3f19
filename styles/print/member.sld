<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" version="1.1.0" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>member</se:Name>
    <UserStyle>
      <se:Name>member</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>member</se:Name>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#c4e1f5</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
          <!-- lines of 0.25 mm, 2 mm apart -->
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:GraphicFill>
                <se:Graphic>
                  <se:Mark>
                    <se:WellKnownName>horline</se:WellKnownName>
                    <se:Stroke>
                      <se:SvgParameter name="stroke">#4a9bd1</se:SvgParameter>
                      <se:SvgParameter name="stroke-width">0.892857143</se:SvgParameter>
                    </se:Stroke>
                  </se:Mark>
                  <se:Size>7.142857143</se:Size>
                  <se:Rotation>
                    <ogc:Literal>45</ogc:Literal>
                  </se:Rotation>
                </se:Graphic>
              </se:GraphicFill>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
