package report

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/digiteket/onskemal/store"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// held validates what a report is in JSON, and returns it.
func held(t *testing.T, schema *jsonschema.Schema, r *Report) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	written, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(written); err != nil {
		t.Errorf("%#v", err)
	}
	return written.(map[string]any)
}

// The schema describes every key that a report can have, and no other.
func TestJSONSchema(t *testing.T) {
	schema := schema(t)
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "empty.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	held(t, schema, build(t, s))

	written := held(t, schema, everything(t, []string{"ett", "två", "tre"}))
	used := make(map[string]bool)
	keysOf(written, used)
	described := make(map[string]bool)
	describedKeys(t, described)
	for key := range described {
		if !used[key] {
			t.Errorf("the schema describes %q, but even the fullest report lacks it", key)
		}
	}

	// The schema is one that can be broken.
	for key, wrong := range map[string]any{"schema_version": json.Number("1"), "unsent": json.Number("-1"), "method": "coin", "surprise": "!"} {
		broken := make(map[string]any)
		for key, value := range written {
			broken[key] = value
		}
		broken[key] = wrong
		if schema.Validate(broken) == nil {
			t.Errorf("%s may be %v", key, wrong)
		}
	}
}

// keysOf collects the keys of a document.
func keysOf(document any, keys map[string]bool) {
	switch document := document.(type) {
	case map[string]any:
		for key, value := range document {
			keys[key] = true
			keysOf(value, keys)
		}
	case []any:
		for _, value := range document {
			keysOf(value, keys)
		}
	}
}

// describedKeys collects the keys that the schema names, which must all be
// described, and checks that each object is closed.
func describedKeys(t *testing.T, keys map[string]bool) {
	t.Helper()
	file, err := os.Open("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(at string, node any)
	walk = func(at string, node any) {
		object, ok := node.(map[string]any)
		if !ok {
			return
		}
		properties, _ := object["properties"].(map[string]any)
		if _, closed := object["additionalProperties"]; properties != nil && !closed {
			t.Errorf("%s is open", at)
		}
		for key, property := range properties {
			keys[key] = true
			if text, _ := property.(map[string]any)["description"].(string); strings.TrimSpace(text) == "" {
				t.Errorf("%s/%s is not described", at, key)
			}
		}
		for key, value := range object {
			walk(at+"/"+key, value)
		}
	}
	walk("", schema)
}
