module io.kro4j/scripts/cel-spec

go 1.24

require (
	cel.dev/expr v0.25.3
	google.golang.org/protobuf v1.36.10
)
