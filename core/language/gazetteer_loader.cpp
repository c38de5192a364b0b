// SPDX-License-Identifier: Apache-2.0
#include "core/language/gazetteer_loader.h"

#include "core/language/report.h"
#include "core/language/toml_table.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <string_view>
#include <unordered_map>

namespace demarche::language {
namespace {

constexpr std::array<std::string_view, 7> bodyKinds{"government", "ministry",    "mechanism", "military",
                                                    "party",      "legislature", "other"};
constexpr std::array<std::string_view, 5> placeKinds{"area", "country", "region", "city",
                                                     "venue"}; // as PlaceKind

/// Every day that `2013`, `2013-03` or `2013-03-14` may mean.
std::optional<time::DayRange> daysOf(const std::string& text) {
  const base::Result<time::Edtf> date = time::Edtf::parse(text);
  if (!date || date->isInterval() || date->approximate()) return std::nullopt;
  const std::optional<time::EdtfDate> single = date->begin();
  if (!single || single->precision == time::Precision::century ||
      single->precision == time::Precision::decade || single->precision == time::Precision::season ||
      single->precision == time::Precision::quarter)
    return std::nullopt;
  return date->bounds();
}

class GazetteerReader {
 public:
  GazetteerReader(GazetteerSource& source, std::vector<Problem>& problems)
      : m_source(source), m_gazetteer(source.gazetteer), m_problems(problems) {}

  void read(const std::vector<ResourceFile>& files) {
    std::vector<Parsed> parsed;
    for (const ResourceFile& file : files)
      if (file.name.starts_with("gazetteer/"))
        if (std::optional<toml::table> root = parseToml(file, m_problems))
          parsed.push_back({&file, std::move(*root)});
    // Persons refer to offices, wherever those stand.
    for (const Parsed& file : parsed)
      forEach(file, "office", &GazetteerReader::readOffice);
    linkOffices();
    for (const Parsed& file : parsed)
      forEach(file, "person", &GazetteerReader::readPerson);
    for (const Parsed& file : parsed)
      forEach(file, "place", &GazetteerReader::readPlace);
    for (const Parsed& file : parsed)
      forEach(file, "body", &GazetteerReader::readBody);
    for (const Parsed& file : parsed)
      tellUnknownKeys(file);
    m_gazetteer.index();
  }

 private:
  struct Parsed {
    const ResourceFile* file;
    toml::table root;
  };

  void forEach(const Parsed& file, std::string_view kind, void (GazetteerReader::*readOne)(TomlTable&)) {
    m_file = file.file;
    TomlTable root(file.root, m_file->name, m_problems);
    for (const toml::table* source : root.tables(kind)) {
      TomlTable table(*source, m_file->name, m_problems);
      (this->*readOne)(table);
    }
  }

  void tellUnknownKeys(const Parsed& file) {
    for (const auto& [key, node] : file.root)
      if (key != "office" && key != "person" && key != "place" && key != "body")
        report(m_problems, {file.file->name, static_cast<int>(key.source().begin.line)},
               fmt::format("unknown key `{}`: the gazetteer has office, person, place and body", key.str()));
  }

  void readOffice(TomlTable& table) {
    Office office;
    office.id = table.text("id");
    office.title = table.text("title");
    office.side = readSide(table);
    const std::string level = table.text("level");
    if (const auto known = model::levelFromCode(level))
      office.level = *known;
    else if (!level.empty())
      table.complain(table.originOf("level"),
                     fmt::format("unknown level \"{}\": leader, minister, senior or working", level));
    office.single = table.flagOr("single", true);
    office.posted = table.textOr("posted", "");
    const Link counterpart{office.id, table.textOr("counterpart", ""), table.originOf("counterpart"),
                           &Office::counterpart};
    const Link general{office.id, table.textOr("general", ""), table.originOf("general"), &Office::general};
    office.en = table.texts("en");
    office.zh = table.texts("zh");
    office.origin = table.origin();
    if (!table.finish() || !isNew("office " + office.id, table)) return;
    for (const Link& link : {counterpart, general})
      if (!link.to.empty()) m_links.push_back(link);
    m_offices[office.id] = OfficeId(static_cast<std::int32_t>(m_gazetteer.offices.size()) + 1);
    m_gazetteer.offices.push_back(std::move(office));
  }

  /// Offices name each other wherever they stand. A counterpart is told at one of the two, true of both.
  void linkOffices() {
    for (const Link& link : m_links) {
      const auto one = m_offices.find(link.office);
      const auto other = m_offices.find(link.to);
      if (other == m_offices.end()) {
        report(m_problems, link.origin, fmt::format("no office `{}`", link.to));
        continue;
      }
      officeAt(one->second).*link.as = other->second;
      if (link.as == &Office::counterpart) officeAt(other->second).counterpart = one->second;
    }
  }

  Office& officeAt(OfficeId id) { return m_gazetteer.offices[static_cast<std::size_t>(id.number()) - 1]; }

  void readPerson(TomlTable& table) {
    Person person;
    person.name = table.text("name");
    person.family = table.textOr("family", "");
    person.side = readSide(table);
    person.en = table.texts("en");
    person.zh = table.texts("zh");
    person.mangled = table.texts("mangled");
    person.origin = table.origin();
    const PersonId id(static_cast<std::int32_t>(m_gazetteer.persons.size()) + 1);
    std::vector<SureTerm> sure;
    for (const toml::table* source : table.tables("terms")) {
      TomlTable term(*source, m_file->name, m_problems);
      readTerm(term, id, person.terms, sure);
    }
    if (!table.finish() || !isNew("person " + person.name, table)) return;
    m_gazetteer.persons.push_back(std::move(person));
    m_source.terms.insert(m_source.terms.end(), sure.begin(), sure.end());
  }

  /// A broken term is left out; the person stays known by name.
  void readTerm(TomlTable& table, PersonId person, std::vector<Term>& terms, std::vector<SureTerm>& sure) {
    const std::string office = table.text("office");
    const auto known = m_offices.find(office);
    if (known == m_offices.end() && !office.empty())
      table.complain(table.originOf("office"), fmt::format("unknown office \"{}\"", office));
    const std::optional<time::DayRange> from = readDate(table, "from");
    const std::optional<time::DayRange> to = readDate(table, "to");
    if (from && to && from->first > to->last)
      table.complain(table.origin(), "the term ends before it begins");
    if (!table.finish()) return;
    Term term;
    term.office = known->second;
    if (from) term.from = from->first;
    if (to) term.to = to->last;
    terms.push_back(term);
    using std::chrono::year;
    constexpr time::Day always = std::chrono::sys_days(year(9999) / 12 / 31);
    if (from) sure.push_back({term.office, person, {from->last, to ? to->first : always}, table.origin()});
  }

  static std::optional<time::DayRange> readDate(TomlTable& table, std::string_view key) {
    const std::string text = table.textOr(key, "");
    if (text.empty()) return std::nullopt;
    const std::optional<time::DayRange> days = daysOf(text);
    if (!days)
      table.complain(table.originOf(key),
                     fmt::format("\"{}\" is not a date like 2023-05-10, 2023-05 or 2023", text));
    return days;
  }

  void readPlace(TomlTable& table) {
    Place place;
    place.name = table.text("name");
    place.country = table.textOr("country", "");
    if (!place.country.empty() &&
        (place.country.size() != 2 || !isCapital(place.country[0]) || !isCapital(place.country[1])))
      table.complain(table.originOf("country"), "`country` must be two capital letters, as in ISO 3166");
    const std::string kind = table.text("kind");
    const auto known = std::find(placeKinds.begin(), placeKinds.end(), kind);
    if (known != placeKinds.end())
      place.kind = static_cast<PlaceKind>(known - placeKinds.begin());
    else if (!kind.empty())
      table.complain(table.originOf("kind"),
                     fmt::format("unknown kind \"{}\": area, country, region, city or venue", kind));
    place.city = table.textOr("city", "");
    place.en = table.texts("en");
    place.zh = table.texts("zh");
    place.origin = table.origin();
    if (table.finish() && isNew("place " + place.country + " " + place.name, table))
      m_gazetteer.places.push_back(std::move(place));
  }

  void readBody(TomlTable& table) {
    Body body;
    body.name = table.text("name");
    body.side = readSide(table);
    body.kind = table.text("kind");
    if (!body.kind.empty() && std::find(bodyKinds.begin(), bodyKinds.end(), body.kind) == bodyKinds.end())
      table.complain(table.originOf("kind"),
                     fmt::format("unknown kind \"{}\": {}", body.kind, fmt::join(bodyKinds, ", ")));
    body.en = table.texts("en");
    body.zh = table.texts("zh");
    body.origin = table.origin();
    if (table.finish() && isNew("body " + body.name, table)) m_gazetteer.bodies.push_back(std::move(body));
  }

  static bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }

  static model::Side readSide(TomlTable& table) {
    const std::string side = table.text("side");
    const auto known = model::sideFromCode(side);
    if (!known && !side.empty())
      table.complain(table.originOf("side"), fmt::format("unknown side \"{}\": US, CN or other", side));
    return known.value_or(model::Side::other);
  }

  /// False when the name is taken: quietly by an earlier folder, told when by the same one.
  bool isNew(const std::string& key, TomlTable& table) {
    const auto [taken, added] = m_defined.try_emplace(key, Definition{m_file->folder, table.origin()});
    if (!added && taken->second.folder == m_file->folder)
      table.complain(table.origin(), fmt::format("{} stands already in {}", key, taken->second.origin.str()));
    return added;
  }

  struct Definition {
    std::size_t folder;
    Origin origin;
  };

  GazetteerSource& m_source;
  Gazetteer& m_gazetteer;
  std::vector<Problem>& m_problems;
  const ResourceFile* m_file = nullptr;
  struct Link {
    std::string office;
    std::string to;
    Origin origin;
    OfficeId Office::*as;
  };

  std::unordered_map<std::string, OfficeId> m_offices;
  std::vector<Link> m_links;
  std::unordered_map<std::string, Definition> m_defined;
};

} // namespace

GazetteerSource loadGazetteer(const std::vector<ResourceFile>& files, std::vector<Problem>& problems) {
  GazetteerSource source;
  GazetteerReader(source, problems).read(files);
  return source;
}

} // namespace demarche::language
