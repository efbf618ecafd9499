// Package testdata holds the project's own sample mails. README.md beside it
// tells what each of them guards.
package testdata

import "embed"

// Mails are the sample mails, mails/*.eml. The demo delivers them.
//
//go:embed mails/*.eml
var Mails embed.FS
