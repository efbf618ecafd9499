package main

import (
	"cmp"
	"os"
	"os/user"
)

// editor is who decides: the user of the operating system.
func editor() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return cmp.Or(os.Getenv("USER"), os.Getenv("USERNAME"), "?")
}
