package report

import "cmp"

type set[T cmp.Ordered] map[T]bool

func (s set[T]) add(v T) { s[v] = true }
