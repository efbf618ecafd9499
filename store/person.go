package store

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"strings"
)

// personHash knows a sender without keeping the address: HMAC-SHA256 of the
// lower-case address under the installation's key.
func personHash(key []byte, address string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(canonical(address)))
	return mac.Sum(nil)
}

func canonical(address string) string {
	return strings.ToLower(strings.TrimSpace(address))
}

// workplace is the domain of an address, "" when it has none.
func workplace(address string) string {
	_, domain, _ := strings.Cut(canonical(address), "@")
	return domain
}

// addPerson finds the person with the address, or adds one.
func (s *Store) addPerson(ctx context.Context, tx *transaction, address string) (id int64, err error) {
	err = tx.GetContext(ctx, &id,
		`INSERT INTO person (id, hash, workplace) VALUES ((SELECT max(coalesce(max(id), 0), (SELECT id FROM gone WHERE name = 'person')) + 1 FROM person), ?, ?)
		 ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash -- nothing, but a conflict that is ignored returns no id
		 RETURNING id`, personHash(s.key, address), workplace(address))
	if err != nil {
		return 0, fmt.Errorf("add person: %w", err)
	}
	return id, nil
}
