import { DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";

const columns = [
  { name: "assistant", other: "name, personal assistant, payroll number", example: "Tom Ellery", isNeeded: true },
  { name: "date", other: "day", example: "17/11/2026", isNeeded: true },
  { name: "start", other: "from", example: "09:30", isNeeded: true },
  { name: "end", other: "to", example: "15:00", isNeeded: true },
  { name: "kind", other: "kind of time", example: "Weekday", isNeeded: true },
  { name: "break", other: "break minutes", example: "30", isNeeded: false },
  { name: "plan line", other: "budget line", example: "Day support", isNeeded: false },
  { name: "awake", other: "awake minutes", example: "45", isNeeded: false },
  { name: "miles", other: "mileage", example: "12.5", isNeeded: false },
  { name: "note", other: "comment", example: "Swimming", isNeeded: false },
] as const;

/** Which columns a timesheet file has. */
export function FileExample() {
  return (
    <Disclosure summary="What the file should look like">
      <p>A table saved as CSV. The first line names the columns, in any order. Every other line is one shift.</p>
      <DataTable
        caption="Columns of the file"
        rows={columns}
        rowKey={(column) => column.name}
        columns={[
          { id: "name", title: "Column", isRowHeader: true, cell: (column) => column.name },
          { id: "other", title: "Other names", cell: (column) => column.other },
          { id: "example", title: "Example", cell: (column) => column.example },
          { id: "needed", title: "Needed?", cell: (column) => (column.isNeeded ? "Yes" : "No") },
        ]}
      />
    </Disclosure>
  );
}
