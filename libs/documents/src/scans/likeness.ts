/** How dark a page is, cell by cell, 0 white to 1 black; `mm` is the width of a cell. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Float32Array;
}

interface Placing {
  readonly degrees: number;
  readonly dx: number;
  readonly dy: number;
}

const TURNS = [-1.6, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.6];
const REACH = 4;
const COARSE = 2;

/**
 * How alike two pages look, 0 to 1: the correlation of their darkness at the best placing of one over the other, for a sheet never lies
 * quite straight on a scanner. Both grids have the same size.
 */
export function likeness(print: Grid, scan: Grid): number {
  const [smallPrint, smallScan] = [shrunk(print), shrunk(scan)];
  let best: Placing & { share: number } = { degrees: 0, dx: 0, dy: 0, share: -1 };
  for (const degrees of TURNS) {
    const turned = turn(smallScan, degrees);
    for (let dy = -REACH; dy <= REACH; dy += 1) {
      for (let dx = -REACH; dx <= REACH; dx += 1) {
        const share = correlation(smallPrint, turned, dx, dy);
        best = share > best.share ? { degrees, dx, dy, share } : best;
      }
    }
  }
  return Math.max(0, refined(print, scan, best));
}

function refined(print: Grid, scan: Grid, { degrees, dx, dy }: Placing): number {
  let best = -1;
  for (const more of [-0.2, 0, 0.2]) {
    const turned = turn(scan, degrees + more);
    for (let y = dy * COARSE - 2; y <= dy * COARSE + 2; y += 1) {
      for (let x = dx * COARSE - 2; x <= dx * COARSE + 2; x += 1) {
        best = Math.max(best, correlation(print, turned, x, y));
      }
    }
  }
  return best;
}

/** Pearson's over the cells both have; 0 when one of them is blank there. */
function correlation(a: Grid, b: Grid, dx: number, dy: number): number {
  const { columns, rows } = a;
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let y = Math.max(0, -dy); y < Math.min(rows, rows - dy); y += 1) {
    for (let x = Math.max(0, -dx); x < Math.min(columns, columns - dx); x += 1) {
      const va = a.cells[y * columns + x] ?? 0;
      const vb = b.cells[(y + dy) * columns + x + dx] ?? 0;
      n += 1;
      sumA += va;
      sumB += vb;
      sumAA += va * va;
      sumBB += vb * vb;
      sumAB += va * vb;
    }
  }
  const [spreadA, spreadB] = [sumAA - (sumA * sumA) / n, sumBB - (sumB * sumB) / n];
  return spreadA < 1e-6 || spreadB < 1e-6 ? 0 : (sumAB - (sumA * sumB) / n) / Math.sqrt(spreadA * spreadB);
}

/** Turned about its middle; what comes in from outside is white. */
function turn(grid: Grid, degrees: number): Grid {
  if (degrees === 0) {
    return grid;
  }
  const { columns, rows, cells } = grid;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [midX, midY] = [(columns - 1) / 2, (rows - 1) / 2];
  const turned = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const [fromX, fromY] = [cos * (x - midX) + sin * (y - midY) + midX, cos * (y - midY) - sin * (x - midX) + midY];
      turned[y * columns + x] = between(cells, { columns, rows }, fromX, fromY);
    }
  }
  return { columns, rows, cells: turned };
}

function between(cells: Float32Array, { columns, rows }: Pick<Grid, 'columns' | 'rows'>, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= columns - 1 || top >= rows - 1) {
    return 0;
  }
  const [fx, fy, at] = [x - left, y - top, top * columns + left];
  const upper = (cells[at] ?? 0) * (1 - fx) + (cells[at + 1] ?? 0) * fx;
  const lower = (cells[at + columns] ?? 0) * (1 - fx) + (cells[at + columns + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

function shrunk({ columns, rows, cells }: Grid): Grid {
  const [width, height] = [Math.floor(columns / COARSE), Math.floor(rows / COARSE)];
  const small = new Float32Array(width * height);
  for (let y = 0; y < height * COARSE; y += 1) {
    for (let x = 0; x < width * COARSE; x += 1) {
      const at = Math.floor(y / COARSE) * width + Math.floor(x / COARSE);
      small[at] = (small[at] ?? 0) + (cells[y * columns + x] ?? 0) / (COARSE * COARSE);
    }
  }
  return { columns: width, rows: height, cells: small };
}
