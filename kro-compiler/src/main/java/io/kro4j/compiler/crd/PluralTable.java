package io.kro4j.compiler.crd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * English plurals as upstream's library (gobuffalo/flect 1.0.3) has them, mistakes included: the
 * plural is the name of the API, and another one would be another API.
 */
final class PluralTable {
  /**
   * Words in the order of the library, the later first to match: {@code singular:plural}, the
   * plural alone if it is the same, and after a slash another plural that is recognised as one. A
   * word marked {@code =} does not count as the end of a longer one; the plural of a word marked
   * {@code >} is not recognised as a plural.
   */
  private static final String WORDS =
      """
      aircraft beef/beefs bison >blues chassis deer fish/fishes moose police salmon/salmons
      series sheep shrimp/shrimps species swine/swines trout/trouts tuna/tunas you
      child:children =ox:oxen foot:feet goose:geese man:men human:humans =louse:lice
      mouse:mice tooth:teeth woman:women =die:dice person:people adieu:adieux/adieus
      fabliau:fabliaux bureau:bureaus/bureaux criterion:criteria ganglion:ganglia/ganglions
      lexicon:lexica/lexicons mitochondrion:mitochondria/mitochondrions noumenon:noumena
      phenomenon:phenomena taxon:taxa media >medium:media/mediums stadium:stadiums/stadia
      aquarium:aquaria/aquariums auditorium:auditoria/auditoriums
      symposium:symposia/symposiums curriculum:curriculums/curricula quota:quotas
      alumnus:alumni/alumnuses bacillus:bacilli cactus:cacti/cactuses coccus:cocci
      focus:foci/focuses locus:loci/locuses nucleus:nuclei/nucleuses octopus:octupuses/octopi
      radius:radii/radiuses syllabus:syllabi corpus:corpora/corpuses genus:genera
      alumna:alumnae vertebra:vertebrae differentia:differentiae minutia:minutiae vita:vitae
      larva:larvae postcava:postcavae praecava:praecavae uva:uvae apex:apices/apexes
      codex:codices/codexes index:indices/indexes latex:latices/latexes
      vertex:vertices/vertexes vortex:vortices/vortexes appendix:appendices/appendixes
      radix:radices/radixes helix:helices/helixes =axis:axes crisis:crises >ellipsis:ellipses
      genesis:geneses oasis:oases thesis:theses testis:testes base:bases >basis:bases
      =alias:aliases vedalia:vedalias =use:uses abuse:abuses cause:causes clause:clauses
      cruse:cruses excuse:excuses fuse:fuses house:houses misuse:misuses muse:muses
      pause:pauses ache:aches topaz:topazes buffalo:buffaloes/buffalos potato:potatoes
      tomato:tomatoes equipment information jeans money news rice dwarf:dwarfs/dwarves
      hoof:hoofs/hooves thief:thieves chive:chives hive:hives move:moves movie:movies
      cookie:cookies pretorium:pretoriums agenda:agendas formula:formulas/formulae shoe:shoes
      =toe:toes graffiti
      """;

  /** Ends of words, the earlier first to match: {@code end:end of the plural}. */
  private static final String ENDS =
      """
      tive:tives eaf:eaves oaf:oaves afe:aves arf:arves rfe:rves rf:rves lf:lves fe:ves ay:ays
      ey:eys oy:oys quy:quies uy:uys y:ies eau:eaux bula:bulae dula:bulae lula:bulae
      nula:bulae vula:bulae hedron:hedra ium:ia seum:seums eum:ea oum:oa stracum:straca dum:da
      elum:ela ilum:ila olum:ola ulum:ula llum:lla ylum:yla imum:ima ernum:erna gnum:gna
      brum:bra crum:cra terum:tera serum:sera trum:tra antum:anta atum:ata entum:enta etum:eta
      itum:ita otum:ota utum:uta ctum:cta ovum:ova trix:trices iasis:iases mesis:meses
      kinesis:kineses resis:reses gnosis:gnoses opsis:opses ysis:yses ouse:ouses lause:lauses
      us:uses ch:ches io:ios sh:shes ss:sses ez:ezzes iz:izzes tz:tzes zz:zzes ano:anos lo:los
      to:tos oo:oos o:oes x:xes
      """;

  /** The table; there is one. */
  static final PluralTable ENGLISH = new PluralTable();

  private final Map<String, String> plurals = new HashMap<>();
  private final Set<String> knownPlurals = new HashSet<>();
  private final List<Ending> endings = new ArrayList<>();

  /**
   * How a word with a certain end forms its plural.
   *
   * @param singular the end
   * @param plural what takes its place; a word that ends so is a plural already
   */
  record Ending(String singular, String plural) {}

  private PluralTable() {
    for (String word : words(WORDS)) {
      addWord(word);
    }
    for (String end : words(ENDS)) {
      String[] pair = end.split(":", -1);
      endings.add(new Ending(pair[0], pair[1]));
    }
  }

  /** The plural of a whole word of the table. */
  Optional<String> plural(String word) {
    return Optional.ofNullable(plurals.get(word));
  }

  /** Whether a word is the plural of one of the table. */
  boolean isPlural(String word) {
    return knownPlurals.contains(word);
  }

  /** Ends of words in the order to try them. */
  List<Ending> endings() {
    return Collections.unmodifiableList(endings);
  }

  private static List<String> words(String table) {
    return Arrays.asList(table.strip().split("\\s+", -1));
  }

  private void addWord(String entry) {
    boolean oneWay = entry.startsWith(">");
    boolean whole = entry.startsWith("=");
    String[] other = entry.substring(oneWay || whole ? 1 : 0).split("/", -1);
    String[] pair = other[0].split(":", -1);
    String plural = pair[pair.length - 1];
    plurals.put(pair[0], plural);
    if (!oneWay) {
      knownPlurals.add(plural);
      knownPlurals.addAll(Arrays.asList(other).subList(1, other.length));
    }
    if (!whole) {
      endings.add(0, new Ending(pair[0], plural));
    }
  }
}
