package io.kro4j.compiler.expression.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftAssertionsExtension.class)
class ValuesTest {
  @InjectSoftAssertions private SoftAssertions softly;

  @Test
  void quantities() {
    for (JsonNode row : Vectors.of("quantities.json")) {
      Quantity quantity = parse(row, "text", Quantity::parse);
      if (quantity != null) {
        check(row, "text", quantity.toString());
        check(row, "sign", quantity.sign());
        checkDouble(row, quantity.asApproximateDouble());
        softly
            .assertThat(quantity.asInteger())
            .as(row::toString)
            .isEqualTo(integer(row.get("integer")));
      }
    }
  }

  @Test
  void pairsOfQuantities() {
    for (JsonNode row : Vectors.of("quantity-pairs.json")) {
      Quantity left = Quantity.parse(row.get(0).textValue());
      Quantity right = Quantity.parse(row.get(1).textValue());
      softly.assertThat(left.compareTo(right)).as(row::toString).isEqualTo(row.get(2).intValue());
      softly.assertThat(left.equals(right)).as(row::toString).isEqualTo(row.get(2).intValue() == 0);
      checkSum(row, 3, left.plus(right));
      checkSum(row, 5, left.minus(right));
    }
  }

  private void checkSum(JsonNode row, int column, Quantity sum) {
    softly.assertThat(sum.toString()).as(row::toString).isEqualTo(row.get(column).textValue());
    softly.assertThat(sum.asInteger()).as(row::toString).isEqualTo(integer(row.get(column + 1)));
  }

  @Test
  void equalQuantitiesHaveEqualHashes() {
    assertThat(Quantity.parse("1000m"))
        .isEqualTo(Quantity.parse("1"))
        .hasSameHashCodeAs(Quantity.parse("1e0"));
    assertThat(Quantity.parse("0e3").hashCode()).isEqualTo(Quantity.parse("0").hashCode());
  }

  @Test
  void hugeQuantitiesEndInAFailure() {
    Quantity huge = Quantity.parse("1e2000000000");
    assertThat(huge.compareTo(Quantity.parse("2e1999999999"))).isEqualTo(1);
    assertThatThrownBy(() -> huge.plus(Quantity.parse("1"))).isInstanceOf(FunctionFailure.class);
    assertThatThrownBy(() -> Quantity.parse("1234567890123456789e2000000000"))
        .isInstanceOf(FunctionFailure.class);
    assertThat(Quantity.parse("1e-2000000000")).isEqualTo(Quantity.parse("1n"));
  }

  @Test
  void versions() {
    for (JsonNode row : Vectors.of("versions.json")) {
      SemanticVersion version = parse(row, "major", SemanticVersion::parse);
      if (version != null) {
        check(row, "major", version.major());
        check(row, "minor", version.minor());
        check(row, "patch", version.patch());
      }
    }
  }

  @Test
  void orderOfVersions() {
    List<JsonNode> rows = Vectors.of("version-orders.json");
    for (JsonNode row : rows) {
      SemanticVersion left = SemanticVersion.parse(row.get(0).textValue());
      for (int i = 0; i < rows.size(); i++) {
        SemanticVersion right = SemanticVersion.parse(rows.get(i).get(0).textValue());
        int order = row.get(i + 1).intValue();
        softly.assertThat(left.compareTo(right)).as("%s %s", row, i).isEqualTo(order);
        softly.assertThat(left.equals(right)).as("%s %s", row, i).isEqualTo(order == 0);
      }
    }
  }

  @Test
  void ipAddresses() {
    for (JsonNode row : Vectors.of("ips.json")) {
      IpAddress ip = parse(row, "text", IpAddress::parse);
      if (ip != null) {
        check(row, "text", ip.toString());
        check(row, "family", ip.family());
        check(row, "unspecified", ip.isUnspecified());
        check(row, "loopback", ip.isLoopback());
        check(row, "linkLocalMulticast", ip.isLinkLocalMulticast());
        check(row, "linkLocalUnicast", ip.isLinkLocalUnicast());
        check(row, "globalUnicast", ip.isGlobalUnicast());
      }
    }
  }

  @Test
  void networks() {
    for (JsonNode row : Vectors.of("cidrs.json")) {
      Cidr cidr = parse(row, "text", Cidr::parse);
      if (cidr != null) {
        check(row, "text", cidr.toString());
        check(row, "ip", cidr.address().toString());
        check(row, "prefixLength", cidr.prefixLength());
        check(row, "masked", cidr.masked().toString());
      }
    }
  }

  @Test
  void contentsOfNetworks() {
    List<String> ips = valid("ips.json");
    List<String> cidrs = valid("cidrs.json");
    for (JsonNode row : Vectors.of("cidr-contents.json")) {
      Cidr cidr = Cidr.parse(row.get("in").textValue());
      check(row, "ips", ips.stream().filter(ip -> cidr.contains(IpAddress.parse(ip))).toList());
      check(row, "cidrs", cidrs.stream().filter(c -> cidr.contains(Cidr.parse(c))).toList());
    }
  }

  private static List<String> valid(String file) {
    return Vectors.of(file).stream()
        .filter(row -> row.has("text"))
        .map(row -> row.get("in").textValue())
        .toList();
  }

  @Test
  void urls() {
    for (JsonNode row : Vectors.of("urls.json")) {
      String text = row.get("in").textValue();
      check(row, "isURL", Parsing.accepts(ParsedUrl::requireAbsolute, text));
      ParsedUrl url = parse(row, "text", ParsedUrl::parse);
      if (url != null) {
        check(row, "scheme", url.scheme());
        check(row, "host", url.host());
        check(row, "hostname", url.hostname());
        check(row, "port", url.port());
        check(row, "path", url.escapedPath());
        softly.assertThat(Vectors.json(url.query())).as(row::toString).isEqualTo(row.get("query"));
        check(row, "text", url.toString());
      }
    }
  }

  @Test
  void regularExpressions() {
    for (JsonNode row : Vectors.of("regexes.json")) {
      String text = row.get("text").textValue();
      RegularExpression pattern = parse(row, "pattern", "find", RegularExpression::parse);
      if (pattern != null) {
        check(row, "find", pattern.find(text));
        for (int limit : new int[] {-1, 0, 1, 2, 100}) {
          check(row, "findAll" + limit, pattern.findAll(text, limit));
        }
      }
    }
  }

  private <T> T parse(JsonNode row, String column, Function<String, T> parser) {
    return parse(row, "in", column, parser);
  }

  /** The value, or null after checking that there is none because the row lacks the column. */
  private <T> T parse(JsonNode row, String in, String column, Function<String, T> parser) {
    try {
      T value = parser.apply(row.get(in).textValue());
      softly.assertThat(row.has(column)).as("accepted %s", row).isTrue();
      return row.has(column) ? value : null;
    } catch (FunctionFailure failure) {
      softly.assertThat(row.has(column)).as("%s: %s", row, failure.getMessage()).isFalse();
      return null;
    }
  }

  private void check(JsonNode row, String column, Object actual) {
    String expected = row.get(column).toString();
    softly
        .assertThat(Vectors.json(actual).toString())
        .as("%s of %s", column, row)
        .isEqualTo(expected);
  }

  private void checkDouble(JsonNode row, double actual) {
    String expected = row.get("float").textValue().replace("Inf", "Infinity");
    softly.assertThat(actual).as(row::toString).isEqualTo(Double.parseDouble(expected));
  }

  private static OptionalLong integer(JsonNode node) {
    return node == null || node.isNull() ? OptionalLong.empty() : OptionalLong.of(node.longValue());
  }
}
