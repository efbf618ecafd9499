package report

import (
	"fmt"
	"math"
	"slices"
)

// htmlBar is a number drawn as a bar from 0.
type htmlBar struct {
	Width   int    // in thousandths of the longest bar
	Percent string // of the longest bar
}

// htmlSpark is a trend drawn as columns side by side.
type htmlSpark struct {
	Columns       []htmlSparkColumn
	Width, Height int // in units of its own
	Most          int // what the whole height stands for
}

// htmlSparkColumn is the number of one week.
type htmlSparkColumn struct{ X, Y, Width, Height int }

// draw measures the drawings. Those of one column share a scale, so that they
// can be compared.
func (t *htmlTable) draw() {
	for i, column := range t.Columns {
		var (
			largest float64
			most    int
		)
		for _, cell := range t.column(i) {
			if cell.Number != nil {
				largest = max(largest, *cell.Number)
			}
			most = max(most, slices.Max(append([]int{0}, cell.Trend...)))
		}
		for _, cell := range t.column(i) {
			if column.Bar && cell.Number != nil && largest > 0 {
				cell.Bar = barOf(*cell.Number / largest)
			}
			if len(cell.Trend) > 0 {
				cell.Spark = sparkOf(cell.Trend, most)
			}
		}
	}
}

// column are the cells of a column.
func (t *htmlTable) column(i int) []*htmlCell {
	var cells []*htmlCell
	for _, group := range t.Groups {
		for _, line := range group {
			cells = append(cells, &line[i])
		}
	}
	return cells
}

func barOf(share float64) *htmlBar {
	return &htmlBar{Width: int(math.Round(1000 * share)), Percent: fmt.Sprintf("%.0f\u00a0%%", 100*share)}
}

func sparkOf(trend []int, most int) *htmlSpark {
	const slot, column, height, least = 10, 8, 40, 3 // least: a single person is seen beside many
	spark := &htmlSpark{Width: slot * len(trend), Height: height, Most: most}
	for i, n := range trend {
		if n == 0 {
			continue
		}
		high := max(height*n/most, least)
		spark.Columns = append(spark.Columns, htmlSparkColumn{X: slot*i + (slot-column)/2, Y: height - high, Width: column, Height: high})
	}
	return spark
}
