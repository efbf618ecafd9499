//go:build linux || darwin

package main

import (
	"io/fs"
	"os"
	"syscall"
)

// openTo is what a file's mode lets others than its owner do.
func openTo(info fs.FileInfo) fs.FileMode { return info.Mode().Perm() & 0o077 }

// ownedByAnother tells whether a file is somebody else's than the user's of this
// process.
func ownedByAnother(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) != os.Geteuid()
}

// freeSpace is how many bytes this user can still write into a folder.
func freeSpace(folder string) (int64, error) {
	var stat syscall.Statfs_t
	if err := syscall.Statfs(folder, &stat); err != nil {
		return 0, &fs.PathError{Op: "statfs", Path: folder, Err: err}
	}
	return int64(stat.Bavail) * int64(stat.Bsize), nil
}
