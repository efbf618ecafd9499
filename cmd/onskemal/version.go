package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
)

func newVersionCommand(g *globals) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program, the parser, the classifier and the topics",
		Args:  usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			s, err := g.settings()
			if err != nil {
				return err
			}
			v, err := s.versions()
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(g.out).Encode(v)
			}
			_, err = fmt.Fprintln(g.out, v)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// versions is what tells one result from another.
type versions struct {
	Program   string `json:"program"`
	Go        string `json:"go"`
	Parser    int    `json:"parser"`
	Algorithm int    `json:"algorithm"`
	Topics    string `json:"topics"`
	Schema    int64  `json:"schema,omitempty"` // of the database at hand
}

// version is the program's, set by the linker where it is built with make; "" else.
var version string

// programVersion is what make says, or else what Go knows.
func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && version == "" {
		return info.Main.Version
	}
	return cmp.Or(version, "(unknown)")
}

// versions are those of the program and of the installation's topics, which are not
// loaded for that: it would take twice as long as all else that 'version' does.
func (s *settings) versions() (versions, error) {
	topics, err := s.topicsFile()
	if err != nil {
		return versions{}, err
	}
	return versions{
		Program: programVersion(), Go: runtime.Version(), Parser: ingest.ParserVersion, Algorithm: classify.Algorithm, Topics: classify.Version(topics),
	}, nil
}

func (v versions) String() string {
	text := fmt.Sprintf("onskemal %s, %s, parser %d, algorithm %d, topics %s", v.Program, v.Go, v.Parser, v.Algorithm, v.Topics)
	if v.Schema > 0 {
		text += fmt.Sprintf(", schema %d", v.Schema)
	}
	return text
}
