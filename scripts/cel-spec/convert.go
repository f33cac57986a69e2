// Converts the conformance tests of the CEL specification from the text form of
// protocol buffers to JSON, one file for each:
//
//	cd scripts/cel-spec
//	go run . ../../kro-compiler/src/test/resources/cel-spec
//
// The tests come with the Go module cel.dev/expr, whose version go.mod pins.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	_ "cel.dev/expr/conformance/proto2"
	_ "cel.dev/expr/conformance/proto3"
	"cel.dev/expr/conformance/test"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/encoding/prototext"
)

// files leaves out those that are only about protocol buffers, about macros and
// libraries that kro does not have, or empty.
var files = []string{
	"basic", "bindings_ext", "comparisons", "conversions", "encoders_ext", "fields",
	"fp_math", "integer_math", "lists", "lists_ext", "logic", "macros", "macros2",
	"namespace", "network_ext", "optionals", "parse", "plumbing", "string",
	"string_ext", "timestamps", "type_deduction",
}

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: go run . DIRECTORY"))
	}
	from, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "cel.dev/expr").Output()
	fail(err)
	data := filepath.Join(strings.TrimSpace(string(from)), "tests", "simple", "testdata")
	for _, name := range files {
		text, err := os.ReadFile(filepath.Join(data, name+".textproto"))
		fail(err)
		converted, err := convert(text)
		fail(err)
		fail(os.WriteFile(filepath.Join(os.Args[1], name+".json"), converted, 0o644))
	}
}

// convert compacts what protojson writes, which spaces at random.
func convert(text []byte) ([]byte, error) {
	file := &test.SimpleTestFile{}
	if err := prototext.Unmarshal(text, file); err != nil {
		return nil, err
	}
	written, err := protojson.Marshal(file)
	if err != nil {
		return nil, err
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, written); err != nil {
		return nil, err
	}
	compact.WriteByte('\n')
	return compact.Bytes(), nil
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
