import type { Result } from '@thidua/kernel';
import type { Fields } from '../yaml/fields';
import type { DataProblem } from '../yaml/problem';
import { readYaml } from '../yaml/read-yaml';
import {
  DIMENSIONS,
  STATISTIC_LEVELS,
  STATISTIC_SOURCES,
  type StatisticColumn,
  type StatisticLine,
  type StatisticSource,
  type StatisticTable,
  type Where,
} from './table';

type Dimensions = Readonly<Record<string, readonly string[] | null>>;

/** Reads `workflows/statistics/<id>/<number>.yaml`; unknown dimensions and values are refused, every fault at once. */
export function readStatisticTable(yamlText: string): Result<StatisticTable, readonly DataProblem[]> {
  return readYaml(yamlText, (fields) => {
    const source = fields.oneOf('source', STATISTIC_SOURCES);
    const table: StatisticTable = {
      id: fields.text('id'),
      number: fields.integer('number'),
      title: fields.text('title'),
      short: fields.text('short'),
      family: fields.oneOf('family', ['own', 'ministry']),
      source,
      counted: fields.text('counted'),
      levels: fields.someOf('levels', STATISTIC_LEVELS),
      effectiveFrom: fields.date('effectiveFrom'),
      effectiveTo: fields.optionalDate('effectiveTo'),
      citation: fields.optionalText('citation'),
      confirmed: fields.boolean('confirmed'),
      notes: fields.textsIfAny('notes'),
      lineHead: fields.text('lineHead'),
      columns: fields.list('columns', (column) => columnOf(column, source)),
      lines: fields.list('lines', (line) => lineOf(line, source)),
    };
    const ids = table.columns.map((column) => column.id);
    if (new Set(ids).size < ids.length) {
      fields.problem('value-invalid', 'columns', 'mỗi cột phải có id riêng');
    }
    if (table.family === 'ministry' && table.confirmed && table.citation === null) {
      fields.problem('citation-missing', 'citation', 'biểu của Bộ được xác nhận phải ghi căn cứ');
    }
    return table;
  });
}

function columnOf(fields: Fields, source: StatisticSource): StatisticColumn {
  return {
    id: fields.text('id'),
    label: fields.text('label'),
    group: fields.optionalText('group'),
    where: whereOf(fields, source),
  };
}

function lineOf(fields: Fields, source: StatisticSource): StatisticLine {
  const each = fields.optionalText('each');
  const label = each === null ? fields.text('label') : fields.optionalText('label');
  if (each !== null && !Object.hasOwn(DIMENSIONS[source], each)) {
    fields.problem('value-invalid', 'each', `không có chiều '${each}' trong nguồn ${source}`);
  }
  return {
    number: fields.optionalText('number'),
    label,
    depth: fields.optionalInteger('depth') ?? 0,
    where: whereOf(fields, source),
    each,
  };
}

function whereOf(fields: Fields, source: StatisticSource): Where {
  const dimensions: Dimensions = DIMENSIONS[source];
  const read = fields.optionalObject('where', (where) =>
    Object.fromEntries(
      Object.entries(dimensions).flatMap(([name, values]) => {
        const asked = where.textsIfAny(name);
        const unknown = values === null ? [] : asked.filter((value) => !values.includes(value));
        if (unknown.length > 0) {
          where.problem('value-invalid', name, `không có giá trị ${unknown.join(', ')}`);
        }
        return asked.length === 0 ? [] : [[name, asked] as const];
      }),
    ),
  );
  return read ?? {};
}
