// Small conveniences on pages that work without them: explanations beside the figure, sorting, arrow keys, copying.
const why = document.getElementById("why");
let asked = null;

async function explain(link, keep) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer) { location.href = link.href; return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  if (!main) { location.href = link.href; return; }
  const bar = document.createElement("p");
  bar.className = "why-bar";
  const open = Object.assign(document.createElement("a"), { href: link.href, textContent: why.dataset.open });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: why.dataset.close });
  close.addEventListener("click", shut);
  bar.append(open, close);
  const heading = main.querySelector("h1");
  if (heading) { const h2 = document.createElement("h2"); h2.className = heading.className; h2.append(...heading.childNodes); h2.tabIndex = -1; heading.replaceWith(h2); }
  main.querySelectorAll(".units").forEach(e => e.remove());
  main.querySelectorAll("[id]").forEach(e => e.id = "why-" + e.id);
  main.querySelectorAll("[aria-labelledby]").forEach(e => e.setAttribute("aria-labelledby", e.getAttribute("aria-labelledby").split(" ").map(i => "why-" + i).join(" ")));
  why.replaceChildren(bar, ...main.childNodes);
  why.hidden = false;
  why.scrollTop = 0;
  document.body.classList.add("asking");
  if (!keep) { asked?.classList.remove("asked"); asked = link; link.classList.add("asked"); link.scrollIntoView({ block: matchMedia("(max-width: 60rem)").matches ? "start" : "nearest" }); }
  ready(why);
  why.querySelector("h2")?.focus({ preventScroll: true });
}

function shut() {
  why.hidden = true;
  document.body.classList.remove("asking");
  asked?.classList.remove("asked");
  asked?.focus();
}

document.addEventListener("click", event => {
  const link = event.target.closest("a[data-figure], #why a[data-within]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const inside = why?.contains(link);
  if (!why || (!inside && location.pathname.startsWith("/figure/"))) return;
  event.preventDefault();
  explain(link, inside);
});

document.addEventListener("keydown", event => {
  if (event.key === "Escape" && why && !why.hidden) { shut(); return; }
  if (event.key === "Escape" && location.hash === "#menu") { location.hash = "main"; return; }
  const cell = event.target.closest?.("td, th");
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (!cell || !step || !event.target.matches("td a, th a, td, th")) return;
  const rows = [...cell.closest("table").rows];
  let row = rows.indexOf(cell.parentNode), column = cell.cellIndex;
  for (;;) {
    row += step[0]; column += step[1];
    const next = rows[row]?.cells[column];
    if (!next) return;
    const link = next.querySelector("a");
    if (link) { event.preventDefault(); link.focus(); return; }
  }
});

const number = text => { const n = parseFloat(text.replace(/[^\d,.\u2212+-]/g, "").replace("\u2212", "-").replace(",", ".")); return isNaN(n) ? null : n; };

function sort(table, column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const value = row => (row.cells[column]?.querySelector("a") ?? row.cells[column])?.textContent.trim() ?? "";
  const rows = [...body.rows].map((row, place) => ({ row, place, text: value(row), n: number(value(row)) }));
  const numeric = head.classList.contains("n");
  rows.sort((a, b) => (numeric ? (a.n ?? -Infinity) - (b.n ?? -Infinity) : a.text.localeCompare(b.text, document.documentElement.lang)) * (down ? -1 : 1) || a.place - b.place);
  head.parentNode.querySelectorAll("[aria-sort]").forEach(h => h.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.append(...rows.map(r => r.row));
}

function ready(root) {
  for (const table of root.querySelectorAll("table")) {
    if (table.dataset.ready) continue;
    table.dataset.ready = "yes";
    if ("sortable" in table.dataset) {
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        if (!head.textContent.trim() || head.querySelector(".unseen")) return;
        const button = document.createElement("button");
        button.type = "button"; button.className = "sorter";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => sort(table, column, head));
      });
    }
    const scroller = table.closest(".wide-table");
    // Reached by keyboard as long as there is something to scroll to, also when the window has been turned or drawn narrower.
    if (scroller && !scroller.querySelector("a, button")) new ResizeObserver(() => scroller.toggleAttribute("tabindex", scroller.scrollWidth > scroller.clientWidth) && (scroller.tabIndex = 0)).observe(scroller);
    if (table.rows.length < 4 || !navigator.clipboard) continue;
    const tools = document.createElement("p");
    tools.className = "table-tools";
    const copy = Object.assign(document.createElement("button"), { type: "button", textContent: why?.dataset.copy ?? "" });
    copy.addEventListener("click", async () => {
      const words = cell => { const c = cell.cloneNode(true); c.querySelectorAll(".mark, .unseen, .tag, svg").forEach(e => e.remove()); return c.textContent.trim().replace(/\s+/g, " ").replaceAll("\u2212", "-"); };
      await navigator.clipboard.writeText([...table.rows].map(r => [...r.cells].map(words).join("\t")).join("\n"));
      copy.textContent = why.dataset.copied;
      setTimeout(() => copy.textContent = why.dataset.copy, 2000);
    });
    tools.append(copy);
    (table.closest(".wide-table") ?? table).after(tools);
  }
}

ready(document);
