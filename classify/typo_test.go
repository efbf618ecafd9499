package classify

import "testing"

func TestWithin(t *testing.T) {
	check := func(a, b string, limit int, want bool) {
		t.Helper()
		if got := within(a, b, limit); got != want {
			t.Errorf("within(%q, %q, %d) = %v", a, b, limit, got)
		}
		if got := within(b, a, limit); got != want {
			t.Errorf("within(%q, %q, %d) = %v", b, a, limit, got)
		}
	}
	check("källkritik", "källkritik", 0, true)
	check("källkritk", "källkritik", 1, true)   // missing
	check("källkrittik", "källkritik", 1, true) // doubled
	check("källkrotik", "källkritik", 1, true)  // near key
	check("källkratik", "källkritik", 1, false) // far key
	check("källkirtik", "källkritik", 1, true)  // swapped
	check("kälkirtik", "källkritik", 1, false)
	check("kälkirtik", "källkritik", 2, true)
	check("", "ab", 2, true)
	check("", "abc", 2, false)
}
