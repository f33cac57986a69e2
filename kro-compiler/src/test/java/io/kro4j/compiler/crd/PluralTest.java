package io.kro4j.compiler.crd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
  @ParameterizedTest
  @CsvSource({
    "WebApp, webapps",
    "Policy, policies",
    "Key, keys",
    "Index, indices",
    "Matrix, matrices",
    "Analysis, analyses",
    "Axis, axes",
    "AppAxis, appaxis",
    "Alias, aliases",
    "AppAlias, appalias",
    "Data, data",
    "Datum, data",
    "Media, media",
    "Series, series",
    "Fish, fish",
    "Lens, lens",
    "Person, people",
    "Child, children",
    "AppChild, appchildren",
    "Human, humans",
    "Status, statuses",
    "Campus, campuses",
    "Octopus, octupuses",
    "Endpoints, endpoints",
    "Ingress, ingresses",
    "Kubernetes, kubernetes",
    "Redis, redis",
    "Pods, pods",
    "Gas, gas",
    "Quiz, quizzes",
    "AppEz, appezzes",
    "Baz, bazs",
    "X, xes",
    "A, as",
    "S, s",
    "Photo, photos",
    "Hero, heroes",
    "UserInfo, userinfoes",
    "Chef, chefs",
    "Thief, thieves",
    "Roof, roofs",
    "AppCache, appcaches",
    "AppEau, appeaux",
    "AppDeer, appdeer",
    "API, apis",
    "VPC, vpcs",
    "App2, app2s",
    "DNS, dnsDNSes",
    "XDNS, xdns",
    "SSH, sshs",
    "TIA, tias",
    "Vertebra, vertebrae",
  })
  void isUpstreams(String kind, String plural) {
    assertThat(Plural.of(kind)).isEqualTo(plural);
  }
}
