package store

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

const permissionRemedy = "give this user write access to the database and its folder"

// remedies are what can be done about SQLite's errors, by primary result code
// (https://www.sqlite.org/rescode.html).
var remedies = map[int]string{
	sqlite3.SQLITE_CANTOPEN: "give this user write access to the folder of the database",
	sqlite3.SQLITE_READONLY: permissionRemedy,
	sqlite3.SQLITE_FULL:     "free some space and run again; nothing is lost",
	sqlite3.SQLITE_BUSY:     "another program is writing; run again when it has ended",
	sqlite3.SQLITE_IOERR:    "check the disk, then run again",
	sqlite3.SQLITE_CORRUPT:  "the database is damaged; restore the backup",
}

// diagnose adds the remedy to an error of SQLite's or of the system's, where
// there is one.
func diagnose(err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("%w: %s", err, permissionRemedy)
	}
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return err
	}
	code := failure.Code() & 0xff // the primary part of an extended code
	if code == sqlite3.SQLITE_NOTADB {
		return fmt.Errorf("%w: %w", ErrNotDatabase, err)
	}
	if remedy, ok := remedies[code]; ok && !strings.Contains(err.Error(), remedy) { // it has it from a transaction inside
		return fmt.Errorf("%w: %s", err, remedy)
	}
	return err
}

// isUnwritable tells whether SQLite could not write where it had to.
func isUnwritable(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && slices.Contains([]int{sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}, failure.Code()&0xff)
}

// isDamage tells whether SQLite could not go on for damage of the file.
func isDamage(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code()&0xff == sqlite3.SQLITE_CORRUPT
}
