// Two people's footprints from Node: node footprint.js ADDON PACK
const { evaluate } = require(process.argv[2]);
const columns = { "transport.car.km": new Float64Array([12000, 0]) };
const { ghg } = evaluate(process.argv[3], columns, 2);
console.log(`${ghg[0].toFixed(0)} and ${ghg[1].toFixed(0)} kg a year`);
try {
  evaluate(process.argv[3], { "transport.car.km": new Float64Array([-1]) }, 1);
  process.exit(1);
} catch (error) {
  if (!error.message.includes("answer.range")) throw error;
}
