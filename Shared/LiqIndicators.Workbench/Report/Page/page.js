"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const bars = data.bars;
  const count = bars.time.length;
  const L = LightweightCharts;

  const themes = {
    dark: {
      ink: 1, back: "#12161c", text: "#98a1ae", grid: "#1c222b", edge: "#262d37", cross: "#59636f", up: "#5f8f7d", down: "#b0605f",
      longs: [242, 158, 56], shorts: [79, 163, 255], line: "#c3c9d2", quiet: "#5b6470",
      regimes: ["#4a525d", "#f29e38", "#4fa3ff", "#2e6fb5", "#a3641a"],
      phases: ["", "#5e8c61", "#d9a441", "#e07b39", "#e5484d", "#3fb6a8", "#a970d9"], action: "#ffd166",
    },
    light: {
      ink: 1.2, back: "#ffffff", text: "#5c6675", grid: "#eff1f4", edge: "#dfe3e9", cross: "#9aa2ad", up: "#4a8a74", down: "#b9504e",
      longs: [201, 106, 0], shorts: [21, 101, 192], line: "#38414d", quiet: "#b3bac4",
      regimes: ["#b3bac4", "#d98a2b", "#3d85d6", "#1d4f8c", "#8a5312"],
      phases: ["", "#5e8c61", "#c08a26", "#cf6526", "#cf3238", "#2a978a", "#8b52bd"], action: "#9a5b00",
    },
  };
  const regimeNames = ["neutral", "long build-up", "short build-up", "short covering", "long unwinding"];
  const phaseNames = ["reset", "building", "crowded", "stress", "cascade", "flush confirmed", "fragile"];
  // Shares of the bands from which the next stronger step is used, and the steps.
  const steps = [0.5, 0.75, 0.9, 0.97];
  const strengths = [0.09, 0.16, 0.26, 0.38, 0.52];
  let theme = themes[data.theme];

  // Numbers as on the chart of the terminal.
  const price = value => value == null ? "n/a" : value.toLocaleString("en-US", { minimumFractionDigits: data.digits, maximumFractionDigits: data.digits });
  const money = value => {
    if (value == null) return "n/a";
    const size = Math.abs(value);
    const [by, unit] = size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : size >= 1e3 ? [1e3, "k"] : [1, ""];
    const scaled = size / by;
    return (value < 0 ? "-$" : "$") + scaled.toFixed(scaled < 9.95 && unit ? 1 : 0) + unit;
  };
  const number = (value, decimals, unit = "") => value == null ? "n/a" : value.toFixed(decimals) + unit;
  const signed = (value, decimals, unit = "") => value == null ? "n/a" : (value > 0 ? "+" : "") + value.toFixed(decimals) + unit;
  const time = seconds => new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
  const rgba = (color, alpha) => `rgba(${color[0]},${color[1]},${color[2]},${alpha})`;

  document.getElementById("market").textContent = data.market;
  document.title = `${data.market} - LiqIndicators replay`;
  document.getElementById("span").textContent =
    `${time(bars.time[0])} to ${time(bars.time[count - 1] + data.barSeconds)} UTC, ${count.toLocaleString("en-US")} bars of ${data.barSeconds / 60} minutes`;
  document.getElementById("about").textContent = `LiqIndicators ${data.version}. Charts: TradingView Lightweight Charts`;

  const chart = L.createChart(document.getElementById("chart"), {
    autoSize: true,
    layout: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11 },
    crosshair: { mode: L.CrosshairMode.Normal },
    localization: { locale: "en-US", timeFormatter: seconds => time(seconds) + " UTC" },
    timeScale: { timeVisible: true, secondsVisible: false, rightOffset: 14, minBarSpacing: 0.2 },
    rightPriceScale: { minimumWidth: 84 },
  });
  const quiet = { priceLineVisible: false, lastValueVisible: false };
  const candles = chart.addSeries(L.CandlestickSeries, { priceLineVisible: true, priceFormat: { type: "custom", minMove: Math.pow(10, -data.digits), formatter: price } }, 0);
  const compact = formatter => ({ priceFormat: { type: "custom", minMove: 1e-6, formatter } });
  const funding = chart.addSeries(L.HistogramSeries, { ...quiet, ...compact(v => v.toFixed(3) + "%") }, 1);
  const change = chart.addSeries(L.HistogramSeries, { ...quiet, ...compact(v => v.toFixed(1) + "%") }, 2);
  const longs = chart.addSeries(L.HistogramSeries, { ...quiet, ...compact(money) }, 3);
  const shorts = chart.addSeries(L.HistogramSeries, { ...quiet, ...compact(money) }, 3);
  const longRisk = chart.addSeries(L.LineSeries, { ...quiet, lineWidth: 2, ...compact(v => v.toFixed(0)) }, 4);
  const shortRisk = chart.addSeries(L.LineSeries, { ...quiet, lineWidth: 2, ...compact(v => v.toFixed(0)) }, 4);
  const longFlush = chart.addSeries(L.LineSeries, { ...quiet, lineWidth: 1, lineStyle: L.LineStyle.Dotted, ...compact(v => v.toFixed(0)) }, 4);
  const shortFlush = chart.addSeries(L.LineSeries, { ...quiet, lineWidth: 1, lineStyle: L.LineStyle.Dotted, ...compact(v => v.toFixed(0)) }, 4);
  const phase = chart.addSeries(L.HistogramSeries, { ...quiet, priceScaleId: "phase", autoscaleInfoProvider: () => ({ priceRange: { minValue: 0, maxValue: 1 } }) }, 4);
  phase.priceScale().applyOptions({ scaleMargins: { top: 0.93, bottom: 0 } });
  longRisk.priceScale().applyOptions({ scaleMargins: { top: 0.22, bottom: 0.12 } });
  candles.priceScale().applyOptions({ scaleMargins: { top: 0.1, bottom: 0.06 } });
  // Room for the line of numbers above the bars.
  for (const line of [funding, change, shorts]) line.priceScale().applyOptions({ scaleMargins: { top: 0.3, bottom: 0.06 } });
  [6, 1.5, 1.5, 1.5, 1.9].forEach((share, i) => chart.panes()[i].setStretchFactor(share));

  const markers = L.createSeriesMarkers(candles, []);
  // Seen from afar, arrows would hide the candles; what a guard did is always shown.
  const closeBy = 700;
  let all = [], few = [], shown;
  const mark = () => {
    const range = chart.timeScale().getVisibleLogicalRange();
    const wanted = range && range.to - range.from > closeBy ? few : all;
    if (wanted !== shown) { shown = wanted; markers.setMarkers(wanted); }
  };
  chart.timeScale().subscribeVisibleLogicalRangeChange(mark);
  const series = (values, color) => values.map((value, i) => value == null ? { time: bars.time[i] } : { time: bars.time[i], value, color: color && color(i) });

  // How strong a band looks comes from its rank among all, so that one giant does not hide the rest.
  const sizes = data.bands.map(band => band[5]).sort((a, b) => a - b);
  const strengthOf = size => {
    let low = 0, high = sizes.length;
    while (low < high) { const middle = (low + high) >> 1; if (sizes[middle] < size) low = middle + 1; else high = middle; }
    return strengths[steps.filter(step => low >= step * sizes.length).length];
  };
  const bands = data.bands.map(([side, first, last, low, high, size, outcome]) => ({ side, first, last, low, high, size, outcome, strength: strengthOf(size) }));

  const bandLayer = {
    attached(parameters) { this.update = parameters.requestUpdate; },
    updateAllViews() { },
    paneViews: () => [{ zOrder: () => "bottom", renderer: () => ({ draw }) }],
  };
  function draw(target) {
    target.useBitmapCoordinateSpace(({ context, bitmapSize, horizontalPixelRatio, verticalPixelRatio }) => {
      const scale = chart.timeScale();
      const range = scale.getVisibleLogicalRange();
      if (!range) return;
      for (const band of bands) {
        const last = band.last ?? count + 1000;
        if (last < range.from || band.first > range.to) continue;
        const left = scale.logicalToCoordinate(Math.max(band.first, range.from - 1)) * horizontalPixelRatio;
        const right = band.last == null ? bitmapSize.width : scale.logicalToCoordinate(Math.min(last, range.to + 1)) * horizontalPixelRatio;
        const top = candles.priceToCoordinate(band.high) * verticalPixelRatio;
        const bottom = candles.priceToCoordinate(band.low) * verticalPixelRatio;
        if (bottom < 0 || top > bitmapSize.height) continue;
        const faded = band.outcome === "faded unreached" ? 0.5 : 1;
        context.fillStyle = rgba(band.side > 0 ? theme.longs : theme.shorts, band.strength * faded * theme.ink);
        context.fillRect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
      }
    });
  }
  candles.attachPrimitive(bandLayer);

  const titles = ["Price", "Funding per 8 h", "Open interest, change", "Liquidations", "Cascade risk"];
  const legends = titles.map(() => {
    const element = document.createElement("div");
    element.className = "legend";
    document.querySelector("main").append(element);
    return element;
  });
  const place = () => {
    const origin = document.querySelector("main").getBoundingClientRect().top;
    chart.panes().forEach((pane, i) => { const element = pane.getHTMLElement(); if (element) legends[i].style.top = element.getBoundingClientRect().top - origin + 6 + "px"; });
  };

  const escape = text => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const dot = color => `<i style="background:${color || "transparent"}"></i>`;
  function tell(i) {
    const standing = data.actions.filter(action => action[0] === i).map(action => `<span>Guard: ${escape(action[2])}</span>`).join("");
    legends[0].innerHTML = `<b>${time(bars.time[i])} UTC</b><span>O ${price(bars.open[i])}</span><span>H ${price(bars.high[i])}</span>` +
      `<span>L ${price(bars.low[i])}</span><span>C ${price(bars.close[i])}</span>${standing}`;
    legends[1].innerHTML = `<b>${titles[1]}</b><span>${signed(bars.funding[i], 4, "%")}</span><span>pressure ${signed(bars.pressure[i], 0)}</span>`;
    const regime = bars.regime[i];
    legends[2].innerHTML = `<b>${titles[2]}</b><span>${signed(bars.change[i], 1, "%")}</span>` +
      `<span>${regime == null ? "regime n/a" : dot(theme.regimes[regime]) + regimeNames[regime]}</span><span>${money(bars.openInterest[i])} open</span>`;
    legends[3].innerHTML = `<b>${titles[3]}</b><span class="longs">longs ${money(bars.longs[i])}</span><span class="shorts">shorts ${money(bars.shorts[i])}</span>` +
      (bars.estimate[i] === 1 ? "<span>ESTIMATE</span>" : "");
    const state = bars.phase[i];
    legends[4].innerHTML = `<b>${titles[4]}</b><span class="longs">longs ${number(bars.longRisk[i], 0)}, flush in 1 h ${number(bars.longFlush[i], 1, "%")}</span>` +
      `<span class="shorts">shorts ${number(bars.shortRisk[i], 0)}, flush in 1 h ${number(bars.shortFlush[i], 1, "%")}</span>` +
      `<span>${state == null ? "state n/a" : dot(theme.phases[state]) + phaseNames[state]}</span>`;
  }

  const card = document.getElementById("band");
  function tellBand(point, i) {
    const at = candles.coordinateToPrice(point.y);
    const found = bands.findLast(band => i >= band.first && (band.last == null || i <= band.last) && at >= band.low && at <= band.high);
    card.hidden = !found;
    if (!found) return;
    const last = bars.close[Math.min(i, count - 1)];
    const near = found.side > 0 ? found.high : found.low;
    card.innerHTML = `<b>${money(found.size)} of ${found.side > 0 ? "longs" : "shorts"}</b><span>${price(found.low)} - ${price(found.high)}, ${signed((near / last - 1) * 100, 1, "%")} from the close</span>` +
      `<span>known since ${time(bars.time[found.first])} UTC</span><span>${found.outcome}${found.last == null ? "" : ", " + time(bars.time[found.last]) + " UTC"}</span>`;
    const room = document.getElementById("chart").clientWidth - 84 - card.offsetWidth;
    card.style.left = Math.min(point.x + 16, room - 8) + "px";
    card.style.top = Math.max(30, point.y - card.offsetHeight - 12) + "px";
  }

  chart.subscribeCrosshairMove(event => {
    const i = event.logical == null ? count - 1 : Math.max(0, Math.min(count - 1, Math.round(event.logical)));
    tell(i);
    if (event.point && event.paneIndex === 0) tellBand(event.point, Math.max(0, Math.round(event.logical)));
    else card.hidden = true;
  });

  function paint(name) {
    theme = themes[name];
    document.documentElement.dataset.theme = name;
    document.getElementById("theme").textContent = name === "dark" ? "Light" : "Dark";
    chart.applyOptions({
      layout: { background: { color: theme.back }, textColor: theme.text, panes: { separatorColor: theme.edge, separatorHoverColor: theme.edge } },
      grid: { vertLines: { color: theme.grid }, horzLines: { color: theme.grid } },
      crosshair: { vertLine: { color: theme.cross, labelBackgroundColor: theme.cross }, horzLine: { color: theme.cross, labelBackgroundColor: theme.cross } },
      rightPriceScale: { borderColor: theme.edge }, timeScale: { borderColor: theme.edge },
    });
    candles.applyOptions({ upColor: theme.up, downColor: theme.down, wickUpColor: theme.up, wickDownColor: theme.down, borderVisible: false, priceLineColor: theme.quiet });
    const side = value => value < 0 ? rgba(theme.shorts, 0.85) : rgba(theme.longs, 0.85);
    candles.setData(bars.time.map((t, i) => ({ time: t, open: bars.open[i], high: bars.high[i], low: bars.low[i], close: bars.close[i] })));
    funding.setData(series(bars.funding, i => side(bars.funding[i])));
    change.setData(series(bars.change, i => theme.regimes[bars.regime[i] ?? 0]));
    longs.setData(series(bars.longs.map(v => v == null ? null : -v), () => rgba(theme.longs, 0.9)));
    shorts.setData(series(bars.shorts, () => rgba(theme.shorts, 0.9)));
    for (const [line, values, color] of [
      [longRisk, bars.longRisk, theme.longs], [shortRisk, bars.shortRisk, theme.shorts], [longFlush, bars.longFlush, theme.longs], [shortFlush, bars.shortFlush, theme.shorts],
    ]) {
      line.applyOptions({ color: rgba(color, 0.9) });
      line.setData(series(values));
    }
    phase.setData(bars.phase.map((p, i) => p > 0 ? { time: bars.time[i], value: 1, color: theme.phases[p] } : { time: bars.time[i] }));
    const divergences = bars.divergence.flatMap((d, i) => !d ? [] : [{
      time: bars.time[i], position: d > 0 ? "aboveBar" : "belowBar", shape: d > 0 ? "arrowDown" : "arrowUp", color: rgba(d > 0 ? theme.longs : theme.shorts, 1), size: 0.6,
    }]);
    const actions = data.actions.map(([i, , text]) => ({ time: bars.time[i], position: "aboveBar", shape: "square", color: theme.action, text, size: 0.9 }));
    all = [...divergences, ...actions].sort((a, b) => a.time - b.time);
    few = actions;
    mark();
    tell(count - 1);
  }

  const show = (from, to) => chart.timeScale().setVisibleLogicalRange({ from, to });
  const views = [["All", () => show(-2, count + 14)]];
  const names = { "before-fall": "Before the fall", "after-fall": "After the fall" };
  for (const [name, bar] of data.moments) {
    if (names[name]) views.push([names[name], () => show(bar - 150, bar + 50)]);
  }
  views.push(["Latest", () => show(count - 220, count + 30)]);
  for (const [name, go] of views) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", go);
    document.getElementById("moments").append(button);
  }
  document.getElementById("theme").addEventListener("click", () => paint(theme === themes.dark ? "light" : "dark"));
  new ResizeObserver(place).observe(document.getElementById("chart"));
  paint(data.theme);
  views[views.length - 1][1]();
  requestAnimationFrame(() => { place(); document.documentElement.dataset.ready = "true"; });
})();
