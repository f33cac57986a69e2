package io.kro4j.compiler.diagnostics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a stage: a value, findings, or both. There is no value if the input was too broken
 * to make one, and then at least one finding is an error; a value may come with errors too, so that
 * its sound parts can be checked further.
 *
 * @param <T> the type of the value
 */
public final class Checked<T> {
  private final @Nullable T value;
  private final List<Diagnostic> diagnostics;

  private Checked(@Nullable T value, List<Diagnostic> diagnostics) {
    this.value = value;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** A value with the findings made on the way. */
  public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    return new Checked<>(value, diagnostics);
  }

  /** A value without findings. */
  public static <T> Checked<T> of(T value) {
    return new Checked<>(value, List.of());
  }

  /**
   * No value.
   *
   * @throws IllegalArgumentException if no finding is an error: nothing would tell the user why
   */
  public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("a failure needs an error diagnostic");
    }
    return new Checked<>(null, diagnostics);
  }

  /** No value, for one reason. */
  public static <T> Checked<T> failed(Diagnostic error) {
    return failed(List.of(error));
  }

  /** The value, if the stage could make one. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** The findings, in the order they were made. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** The value, mapped, with the same findings. */
  public <R> Checked<R> map(Function<? super T, ? extends R> mapping) {
    return new Checked<>(value == null ? null : mapping.apply(value), diagnostics);
  }

  @Override
  public String toString() {
    return "Checked[" + value + ", " + diagnostics + "]";
  }
}
