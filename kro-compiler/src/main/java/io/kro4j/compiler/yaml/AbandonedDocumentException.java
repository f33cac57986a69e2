package io.kro4j.compiler.yaml;

/** Ends the reading of a document whose fault has been reported already. */
final class AbandonedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AbandonedDocumentException() {
    super("the document was given up, see its diagnostics");
  }
}
