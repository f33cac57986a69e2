package io.kro4j.maven.diagram;

import io.kro4j.maven.diagram.Layout.PlacedArrow;
import io.kro4j.maven.diagram.Layout.PlacedBox;
import io.kro4j.maven.diagram.Layout.Point;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A diagram as a picture that needs nothing else: no font to load, no script, no style sheet. */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String STYLE =
      """
      text{font:12px monospace;text-anchor:middle;fill:#1f2328}\
      .id{fill:#59636e}\
      .box{fill:#f6f8fa;stroke:#59636e}\
      .instance{fill:#ddf4ff;stroke:#0969da}\
      .external{fill:#fff8c5;stroke:#9a6700}\
      .conditional{stroke-dasharray:4 3}\
      .note{text-anchor:start;fill:#59636e}\
      .arrow{fill:none;stroke:#7d8590}\
      .tip{fill:#7d8590}\
      @media(prefers-color-scheme:dark){\
      text{fill:#f0f6fc}\
      .id{fill:#9198a1}\
      .box{fill:#151b23;stroke:#9198a1}\
      .instance{fill:#121d2f;stroke:#4493f8}\
      .external{fill:#272115;stroke:#d29922}\
      .note{fill:#9198a1}}""";

  private static final double MARGIN = 12;
  private static final double NOTE_HEIGHT = 20;
  private static final double SWATCH_WIDTH = 24;
  private static final double SWATCH_HEIGHT = 14;

  private final Diagram diagram;
  private final XMLStreamWriter xml;

  private Svg(Diagram diagram, XMLStreamWriter xml) {
    this.diagram = diagram;
    this.xml = xml;
  }

  /** The document; ends with a line end. */
  public static String of(Diagram diagram) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Svg(diagram, xml).write(Layout.of(diagram));
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot be written", e);
    }
    return text.append('\n').toString();
  }

  private void write(Layout layout) throws XMLStreamException {
    List<Legend.Entry> legend = Legend.of(diagram).entries();
    double notes = legend.isEmpty() ? 0 : legend.size() * NOTE_HEIGHT + MARGIN;
    double width = legend.stream().mapToDouble(Svg::width).reduce(layout.width(), Math::max);
    open(
        "svg",
        "xmlns",
        NAMESPACE,
        "width",
        number(width),
        "height",
        number(layout.height() + notes),
        "role",
        "img");
    element("title", diagram.title());
    element("style", STYLE);
    marker();
    for (PlacedArrow arrow : layout.arrows()) {
      write(arrow);
    }
    for (PlacedBox box : layout.boxes()) {
      write(box);
    }
    for (int i = 0; i < legend.size(); i++) {
      write(legend.get(i), layout.height() + i * NOTE_HEIGHT);
    }
    xml.writeEndElement();
  }

  /** The tip of an arrow. */
  private void marker() throws XMLStreamException {
    open(
        "marker",
        "id",
        "tip",
        "markerWidth",
        "8",
        "markerHeight",
        "8",
        "refX",
        "7",
        "refY",
        "4",
        "orient",
        "auto");
    empty("path", "class", "tip", "d", "M0 0 8 4 0 8z");
    xml.writeEndElement();
  }

  private static double width(Legend.Entry entry) {
    return MARGIN * 3 + SWATCH_WIDTH + entry.meaning().length() * Layout.CHARACTER;
  }

  private void write(Legend.Entry entry, double top) throws XMLStreamException {
    PlacedBox swatch = new PlacedBox(entry.sample(), MARGIN, top, SWATCH_WIDTH, SWATCH_HEIGHT);
    rectangles(swatch);
    double left = MARGIN * 2 + SWATCH_WIDTH;
    open("text", "class", "note", "x", number(left), "y", number(top + SWATCH_HEIGHT - 3));
    xml.writeCharacters(entry.meaning());
    xml.writeEndElement();
  }

  private void write(PlacedArrow placed) throws XMLStreamException {
    String points =
        placed.points().stream()
            .map(point -> number(point.x()) + "," + number(point.y()))
            .collect(Collectors.joining(" "));
    open("polyline", "class", "arrow", "marker-end", "url(#tip)", "points", points);
    String what = placed.arrow().from() + " → " + placed.arrow().to();
    String fields = placed.arrow().fields().stream().collect(Collectors.joining("\n", "\n", ""));
    element("title", placed.arrow().fields().isEmpty() ? what : what + fields);
    xml.writeEndElement();
  }

  private void write(PlacedBox placed) throws XMLStreamException {
    rectangles(placed);
    double middle = placed.x() + (placed.width() - Layout.behind(placed.box())) / 2;
    open("text", "x", number(middle), "y", number(placed.y() + 18));
    xml.writeCharacters(placed.box().kind());
    xml.writeEndElement();
    open("text", "class", "id", "x", number(middle), "y", number(placed.y() + 34));
    xml.writeCharacters(placed.box().id());
    xml.writeEndElement();
  }

  private void rectangles(PlacedBox placed) throws XMLStreamException {
    double behind = Layout.behind(placed.box());
    if (behind > 0) {
      rectangle(placed, new Point(placed.x() + behind, placed.y() + behind), behind);
    }
    rectangle(placed, new Point(placed.x(), placed.y()), behind);
  }

  private void rectangle(PlacedBox placed, Point at, double less) throws XMLStreamException {
    String shape =
        switch (placed.box().shape()) {
          case INSTANCE -> "instance";
          case EXTERNAL -> "external";
          case RESOURCE, COLLECTION -> "box";
        };
    empty(
        "rect",
        "class",
        placed.box().isConditional() ? shape + " conditional" : shape,
        "x",
        number(at.x()),
        "y",
        number(at.y()),
        "width",
        number(placed.width() - less),
        "height",
        number(placed.height() - less),
        "rx",
        placed.box().shape() == Diagram.Shape.INSTANCE ? "12" : "3");
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
