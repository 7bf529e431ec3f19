<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" version="1.1.0" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>former</se:Name>
    <UserStyle>
      <se:Name>former</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>former</se:Name>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#eaf4fb</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
          <!-- lines of 0.2 mm, 3 mm apart -->
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:GraphicFill>
                <se:Graphic>
                  <se:Mark>
                    <se:WellKnownName>horline</se:WellKnownName>
                    <se:Stroke>
                      <se:SvgParameter name="stroke">#7fb3d5</se:SvgParameter>
                      <se:SvgParameter name="stroke-width">0.714285714</se:SvgParameter>
                    </se:Stroke>
                  </se:Mark>
                  <se:Size>10.714285714</se:Size>
                  <se:Rotation>
                    <ogc:Literal>0</ogc:Literal>
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
