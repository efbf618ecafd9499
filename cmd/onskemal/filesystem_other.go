//go:build !linux && !darwin

package main

import (
	"errors"
	"io/fs"
)

// openTo is nothing where modes do not tell who may read a file.
func openTo(fs.FileInfo) fs.FileMode { return 0 }

// ownedByAnother is not known here.
func ownedByAnother(fs.FileInfo) bool { return false }

// freeSpace is not known here: [errors.ErrUnsupported].
func freeSpace(string) (int64, error) { return 0, errors.ErrUnsupported }
