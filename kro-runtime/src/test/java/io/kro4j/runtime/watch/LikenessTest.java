package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'spec': {'n': 1}}                  | {'spec': {'n': 1.0}}                     | true",
        "{'spec': {'n': 1}}                  | {'spec': {'n': '1'}}                     | false",
        "{'spec': {'n': 1}}                  | {'spec': {'n': 1, 'm': null}}            | true",
        "{'spec': {'n': 1}}                  | {'spec': {'n': 1, 'm': 2}}               | false",
        "{'spec': {'n': 1, 'm': 2}}          | {'spec': {'n': 1}}                       | false",
        "{'spec': {}}                        | {}                                       | false",
        "{'a': [1, 2]}                       | {'a': [2, 1]}                            | false",
        "{'a': [1, 2]}                       | {'a': [1]}                               | false",
        "{'a': [{'b': 1}]}                   | {'a': [{'b': 1.0}]}                      | true",
        "{'limits': {'cpu': '1'}}            | {'limits': {'cpu': '1000m'}}             | true",
        "{'limits': {'cpu': '1'}}            | {'limits': {'cpu': 1}}                   | true",
        "{'limits': {'cpu': '1'}}            | {'limits': {'cpu': '1001m'}}             | false",
        "{'requests': {'memory': '1Gi'}}     | {'requests': {'memory': '1024Mi'}}       | true",
        "{'requests': {'memory': '1Gi'}}     | {'requests': {'memory': '1G'}}           | false",
        "{'hard': {'pods': '2k'}}            | {'hard': {'pods': '2e3'}}                | true",
        "{'sizeLimit': '1Ki'}                | {'sizeLimit': '1024'}                    | true",
        "{'data': {'x': '1'}}                | {'data': {'x': '1000m'}}                 | false",
        "{'env': [{'value': '1'}]}           | {'env': [{'value': '1000m'}]}            | false",
        "{}                                  | {'kind': 'A', 'apiVersion': 'v1'}        | true",
        "{}                                  | {'metadata': {'name': 'a', 'uid': 'b'}}  | true",
        "{'metadata': {'labels': {'a': 'b'}}} | {'metadata': {'name': 'a', 'labels': {'a': 'b'}}} | true",
        "{}                                  | {'metadata': {'labels': {'a': 'b'}}}     | false",
      })
  void countsByValue(String owned, String desired, boolean same) throws IOException {
    assertThat(Likeness.sameFields(json(owned), json(desired))).isEqualTo(same);
  }

  private static Map<String, Object> json(String text) throws IOException {
    return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
