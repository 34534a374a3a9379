import type { RegisterPreview } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RegisterRelation, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { checkedUpload } from '../../files/checked-upload';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { isId } from '../../papers/sight';
import { demandAdministrator } from '../../processes/administrator';
import { Refused } from '../../refused';
import { keeping } from '../keeping';
import { CODE_DAYS, codeHashOf, newCode } from '../open-account';
import type { RegisterLine, RegisterPlan } from './register-plan';
import { readRegister, type RegisterFile } from './read-register';
import { REGISTER_TABLES } from './register-tables';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Of each kind of verdict, on a page: nobody reads two thousand lines; the counts are of all. */
const MOST_SHOWN = 200;

/** Empty tables with the right columns and lines to show how. */
export const registerTemplate: Handler<'registerTemplate'> = async (deps, { actor, query }) => {
  demandAdministrator(actor);
  const { name, columns, examples } = REGISTER_TABLES[query.kind];
  const bytes = await deps.sheets.write([{ name, columns, rows: examples }]);
  return { bytes, fileName: `mau-danh-muc-${query.kind}.xlsx`, mime: XLSX };
};

/** What would happen, line by line; nothing is written. */
export const previewRegister: Handler<'previewRegister'> = async (deps, { actor, query, file }): Promise<RegisterPreview> => {
  const position = demandAdministrator(actor);
  const upload = await checkedUpload(deps, file, 'sheet');
  const { lines, problems } = await readRegister(deps, { kind: query.kind, upload, by: { actor, position } });
  const of = (verdict: RegisterLine['verdict']): readonly RegisterLine[] => lines.filter((line) => line.verdict === verdict);
  const counts = { new: of('new').length, known: of('known').length, wrong: of('wrong').length };
  const shown = [...of('wrong').slice(0, MOST_SHOWN), ...lines.filter((line) => line.verdict !== 'wrong').slice(0, MOST_SHOWN)];
  return {
    fileName: upload.name,
    kind: query.kind,
    lines: shown.map(({ problems: wrong, ...line }) => ({ ...line, problems: [...wrong] })),
    problems: [...problems],
    counts,
    mayApply: problems.length === 0 && counts.wrong === 0 && counts.new > 0,
  };
};

/** The whole table or nothing of it; what the registers hold already is passed over. @throws Refused import-refused with the first sentence */
export const applyRegister: Handler<'applyRegister'> = async (deps, { actor, query, file, key }) => {
  demandAdministrator(actor);
  const upload = await checkedUpload(deps, file, 'sheet');
  const { provinceId, personId } = actor;
  return keeping(deps, { actor, key }, async (tx, by) => {
    const { registerImports } = deps.stores;
    const { position } = by;
    const read = await readRegister(deps, { kind: query.kind, upload, by }, tx);
    demandWhole(read);
    const importId = newId(deps.clock);
    const rowCount = read.lines.filter((line) => line.verdict === 'new').length;
    const { sha256, plan } = read;
    await registerImports.insert(tx, provinceId, {
      ...{ id: importId, kind: query.kind, fileName: upload.name, fileSha256: sha256, rowCount },
      ...{ appliedBy: personId, atMs: deps.clock.nowMs() },
    });
    await write(deps, tx, { provinceId, importId, plan });
    const added = {
      ...{ organisations: plan.orgs.length, people: plan.people.length, posts: plan.positions.length, accounts: plan.accounts.length },
      ...{ councils: plan.councils.length, delegations: plan.delegations.length },
    };
    await note(deps, tx, actor, {
      on: 'register-import',
      id: importId,
      position,
      action: 'register-imported',
      facts: { kind: query.kind, sha256, ...added },
    });
    return { importId, added };
  });
};

/** Takes back what a register made, all of it, as long as nothing else has come to rest on any of it. @throws Refused import-in-use, import-undone */
export const undoRegister: Handler<'undoRegister'> = (deps, { actor, params, key }) => {
  const { provinceId, personId } = actor;
  return keeping(deps, { actor, key }, async (tx, { position }) => {
    const { registerImports } = deps.stores;
    const { id } = await openImport(deps, tx, provinceId, params['id'] ?? '');
    const uses = await registerImports.uses(tx, provinceId, id);
    if (uses.length > 0) {
      const names = [...new Set(uses.map((use) => use.name).filter((name) => name !== ''))];
      throw new Refused('import-in-use', { importId: id, names: names.slice(0, 5).join('; '), count: names.length });
    }
    const removed = await registerImports.takeBack(tx, provinceId, id, { personId, atMs: deps.clock.nowMs() });
    await note(deps, tx, actor, { on: 'register-import', id, position, action: 'register-import-undone', facts: { removed } });
    return { removed };
  });
};

/** Slips for those who have not come yet, with new codes: those of an earlier list are void. */
export const registerCodes: Handler<'registerCodes'> = async (deps, { actor, params }) => {
  const position = demandAdministrator(actor);
  const { provinceId } = actor;
  const rows = await deps.database.inTransaction(async (tx) => {
    const { registerImports, accountKeeping } = deps.stores;
    const { id } = await openImport(deps, tx, provinceId, params['id'] ?? '');
    const slips = (await registerImports.waitingAccounts(tx, provinceId, id)).map((account) => ({ account, code: newCode() }));
    const codes = slips.map(({ account, code }) => ({ accountId: account.id, codeHash: codeHashOf(account.id, code) }));
    await accountKeeping.setCodes(tx, provinceId, codes, CODE_DAYS);
    await note(deps, tx, actor, { on: 'register-import', id, position, action: 'codes-given-out', facts: { accounts: slips.length } });
    return slips.map(({ account, code }) => [account.orgName, account.fullName, account.title, account.username, code]);
  });
  const column = (title: string, width: number) => ({ title, width, type: 'text' as const });
  const columns = [
    column('Đơn vị', 36),
    column('Họ và tên', 28),
    column('Chức vụ', 34),
    column('Tên đăng nhập', 22),
    column('Mã kích hoạt', 18),
  ];
  const bytes = await deps.sheets.write([{ name: 'Mã kích hoạt', columns, rows }]);
  return { bytes, fileName: 'ma-kich-hoat.xlsx', mime: XLSX };
};

/** Every register brought in, newest first. */
export const registerImports: Handler<'registerImports'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const found = await deps.stores.registerImports.list(provinceId);
  const by = await deps.stores.people.persons(
    provinceId,
    found.map((one) => one.appliedBy),
  );
  return {
    imports: found.map(({ id, kind, fileName, rowCount, appliedBy, appliedAt, undoneAt, waitingAccounts }) => ({
      ...{ id, kind, fileName, rowCount, waitingAccounts },
      appliedBy: by.find((person) => person.id === appliedBy)?.fullName ?? '',
      appliedAt: isoOf(appliedAt.getTime()),
      undoneAt: undoneAt === null ? null : isoOf(undoneAt.getTime()),
    })),
  };
};

/** @throws Refused import-refused */
function demandWhole({ lines, problems }: RegisterFile): void {
  const wrong = lines.filter((line) => line.verdict === 'wrong');
  if (problems.length > 0 || wrong.length > 0 || !lines.some((line) => line.verdict === 'new')) {
    const sentences = [
      ...problems.map((one) => one.text),
      ...wrong.flatMap((line) => line.problems.map((one) => `Dòng ${line.row}: ${one.text}`)),
    ];
    const first = sentences[0] ?? 'Bảng không có dòng nào mới.';
    throw new Refused('import-refused', { wrong: wrong.length, rows: wrong.slice(0, MOST_SHOWN).map((line) => line.row), first });
  }
}

interface Writing {
  readonly provinceId: string;
  readonly importId: string;
  readonly plan: RegisterPlan;
}

async function write({ stores }: CaseworkDeps, tx: Tx, { provinceId, importId, plan }: Writing): Promise<void> {
  const { registry, registerImports, rosters, delegations } = stores;
  await registry.addOrgs(tx, provinceId, plan.orgs);
  await registry.addPeople(tx, provinceId, plan.people);
  await registry.addPositions(tx, provinceId, plan.positions);
  await registry.addAccounts(tx, provinceId, plan.accounts);
  await rosters.insert(tx, provinceId, plan.councils);
  for (const delegation of plan.delegations) {
    await delegations.insert(tx, provinceId, delegation);
  }
  const made: readonly (readonly [RegisterRelation, readonly { readonly id: string }[]])[] = [
    ...([
      ['org', plan.orgs],
      ['person', plan.people],
      ['position', plan.positions],
    ] as const),
    ...([
      ['account', plan.accounts],
      ['council', plan.councils],
      ['delegation', plan.delegations],
    ] as const),
  ];
  for (const [relation, rows] of made) {
    await registerImports.addRows(
      tx,
      provinceId,
      importId,
      relation,
      rows.map((row) => row.id),
    );
  }
}

/** @throws Refused not-found, import-undone */
async function openImport({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<{ readonly id: string }> {
  const found = isId(id) ? await stores.registerImports.lock(tx, provinceId, id) : undefined;
  if (found === undefined) {
    throw new Refused('not-found', { what: 'import' });
  }
  if (found.undoneAt !== null) {
    throw new Refused('import-undone', { importId: id });
  }
  return found;
}
