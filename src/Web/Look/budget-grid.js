// The table of a detailed budget: arrow keys, a block pasted from a spreadsheet, undo of a paste, and sums as one types.
const table = document.querySelector("table[data-grid]");
if (table) {
  const rows = [...table.tBodies[0].rows].map(row => [...row.querySelectorAll("input[data-cell]")]);
  const where = input => { for (let r = 0; r < rows.length; r++) { const c = rows[r].indexOf(input); if (c >= 0) return [r, c]; } };
  const at = (r, c) => rows[r]?.[c];
  const read = text => { const clean = text.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-").replace(",", "."); return clean === "" ? 0 : /^[-+]?\d*\.?\d+$/.test(clean) ? Number(clean) : NaN; };
  const shown = number => Number.isNaN(number) ? "?" : (Math.round(number * 100000) / 100000).toLocaleString("sv-SE", { maximumFractionDigits: 2 }).replace("-", "\u2212");
  const undone = [];

  function sum() {
    const months = Array(12).fill(0);
    let all = 0;
    rows.forEach((cells, r) => {
      const amounts = cells.map(cell => read(cell.value));
      cells.forEach((cell, c) => cell.toggleAttribute("aria-invalid", Number.isNaN(amounts[c])));
      amounts.forEach((amount, c) => months[c] += amount);
      const whole = amounts.reduce((a, b) => a + b, 0);
      all += whole;
      table.tBodies[0].rows[r].querySelector("[data-sum]").textContent = shown(whole);
    });
    table.querySelectorAll("tfoot [data-sum]").forEach((cell, c) => cell.textContent = shown(c < 12 ? months[c] : all));
  }

  table.addEventListener("input", sum);
  table.addEventListener("keydown", event => {
    const place = where(event.target);
    if (!place) return;
    const [r, c] = place;
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && undone.length) {
      for (const [input, value] of undone.pop()) input.value = value;
      sum();
      event.preventDefault();
      return;
    }
    const inside = event.target.selectionStart !== event.target.selectionEnd || event.altKey || event.ctrlKey || event.metaKey;
    const next = event.key === "ArrowDown" || event.key === "Enter" && !event.shiftKey ? at(r + 1, c)
      : event.key === "ArrowUp" || event.key === "Enter" ? at(r - 1, c)
      : event.key === "ArrowRight" && !inside && event.target.selectionStart === event.target.value.length ? at(r, c + 1)
      : event.key === "ArrowLeft" && !inside && event.target.selectionStart === 0 ? at(r, c - 1) : null;
    if (event.key === "Enter" && !event.ctrlKey) event.preventDefault();
    if (next) { next.focus(); next.select(); event.preventDefault(); }
  });
  table.addEventListener("paste", event => {
    const place = where(event.target);
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!place || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const before = [];
    text.split(/\r?\n/).forEach((line, i) => line.split("\t").forEach((cell, j) => {
      const input = at(place[0] + i, place[1] + j);
      if (!input) return;
      before.push([input, input.value]);
      input.value = cell.trim();
    }));
    undone.push(before);
    sum();
  });
  sum();
}
