package ai.fomo.worker.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pages as trees: they are written so that a parser of XML takes them. */
final class Html {
    private Html() {}

    static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** Texts of the cells of each row of the tables that have that class. */
    static List<List<String>> rows(Document page, String tableClass) {
        List<List<String>> rows = new ArrayList<>();
        for (Element table : elements(page.getElementsByTagName("table"))) {
            if (List.of(table.getAttribute("class").split(" ")).contains(tableClass)) {
                for (Element row : elements(table.getElementsByTagName("tr"))) {
                    rows.add(elements(row.getChildNodes()).stream()
                            .map(cell -> cell.getTextContent().strip())
                            .toList());
                }
            }
        }
        return rows;
    }

    static List<String> attributes(Document page, String tag, String attribute) {
        return elements(page.getElementsByTagName(tag)).stream()
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
