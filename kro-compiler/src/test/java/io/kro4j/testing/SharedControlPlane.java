package io.kro4j.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one {@link ControlPlane} that all test classes of this JVM share: parameters of type
 * {@link ControlPlane} and {@link ApiServer} are filled in. It is started when the first test asks
 * for it and stopped after the last test.
 *
 * <p>It starts without the controller manager; a test that needs that calls {@link
 * ControlPlane#startControllerManager()}. Tests must not mind each other's objects, and one that
 * stops the API server starts it again.
 *
 * <pre>{@code
 * @ExtendWith(SharedControlPlane.class)
 * class EmittedCrdTest {
 *   @Test
 *   void isAccepted(ApiServer api) { … }
 * }
 * }</pre>
 */
public final class SharedControlPlane implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SharedControlPlane.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ControlPlane.class || type == ApiServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // JUnit closes what is in the root's store at the end of the run.
    ControlPlane controlPlane =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                ControlPlane.class,
                type -> ControlPlane.start(ControlPlane.Options.defaults()),
                ControlPlane.class);
    return parameter.getParameter().getType() == ControlPlane.class
        ? controlPlane
        : controlPlane.api();
  }
}
